// @vitest-environment node
import { describe, expect, it } from "vitest"
import { makePoint, makeSeries } from "@/testing/make-analytics"
import { makeDay } from "@/testing/make-analytics-more"
import { fillDays, fillPoints, pointName, summaryOf } from "./points"
import { countDays, daysWords, rangeParams, readRange, startsIn } from "./range"

const read = (query: string) => readRange(new URLSearchParams(query))

describe("the range in an address", () => {
  it("is the last four weeks unless something sensible is said", () => {
    expect([read(""), read("range=lots"), read("range=custom&since=2026-02-31x&until=2026-03-01")]).toEqual([
      { range: "28d" },
      { range: "28d" },
      { range: "28d" },
    ])
    expect(read("range=90d")).toEqual({ range: "90d" })
  })

  it("may be from one day until another", () => {
    const range = read("range=custom&since=2026-11-01&until=2026-11-09")
    expect(range).toEqual({ range: "custom", since: "2026-11-01", until: "2026-11-09" })
    expect(rangeParams(range)).toEqual(range)
    expect(rangeParams({ range: "28d" }).range).toBe("")
  })

  it("names the clock its days go by where that is not the reader's", () => {
    const days = { since: "2026-11-18", until: "2026-11-24", time_zone: "Asia/Tokyo" }
    expect(daysWords(days, "Asia/Tokyo")).not.toMatch(/clock/)
    expect(daysWords(days, "Europe/Berlin")).toMatch(/, by the clock of Tokyo$/)
    expect(countDays(days)).toBe(7)
  })

  it("touches weeks from their Monday and months from their first", () => {
    const days = { since: "2026-10-29", until: "2026-11-09" }
    expect(startsIn(days, "week")).toEqual(["2026-10-26", "2026-11-02", "2026-11-09"])
    expect(startsIn(days, "month")).toEqual(["2026-10-01", "2026-11-01"])
    expect(startsIn(days, "day")).toHaveLength(12)
  })
})

describe("the points of a chart", () => {
  it("are there for every day of the range; what the API leaves out was measured by nobody", () => {
    const points = fillPoints(makeSeries({ points: [makePoint(19), makePoint(21, { value: 0, gained: 0 })] }))
    expect(points.map(({ value }) => value)).toEqual([null, 100, null, 0, null, null, null])
  })

  it("are there for every week, by its Monday", () => {
    const series = makeSeries({ granularity: "week", points: [makePoint(23, { value: 7 })] })
    expect(fillPoints(series).map(({ start, value }) => [start, value])).toEqual([
      ["2026-11-16", null],
      ["2026-11-23", 7],
    ])
  })

  it("of a workspace are null where nobody measured", () => {
    const days = [makeDay(18), makeDay(20, { views: null, followers_net: null })]
    expect(
      fillDays(makeSeries().range, days, "views")
        .map(({ value }) => value)
        .slice(0, 3),
    ).toEqual([1_000, null, null])
  })

  it("say of today that it goes on", () => {
    expect(pointName("2026-11-24", "day", "2026-11-24", "2026-11-24")).toMatch(/, so far$/)
    expect(pointName("2026-11-23", "day", "2026-11-24", "2026-11-24")).not.toMatch(/so far/)
    expect(pointName("2026-11-23", "week", "2026-11-24", "2026-11-24")).toMatch(/^Week of .*, so far$/)
    expect(pointName("2026-11-24", "day", "2026-11-24", "2026-11-30")).not.toMatch(/so far/)
  })

  it("are summed up without counting gaps as zero", () => {
    const said = summaryOf([3, null, 9], ["Mon", "Tue", "Wed"], String)
    expect(said).toBe("Highest 9, Wed; lowest 3, Mon. 1 of 3 were not measured.")
    expect(summaryOf([null], ["Mon"], String)).toBe("Nothing was measured.")
  })
})
