import { describe, expect, it } from "vitest"
import { addDays, dayByKey, dayOf, daysOf, hasPassed, monthOf, moveTo, oddDay, step, weekOf } from "./days"

const BERLIN = "Europe/Berlin"

describe("the days of a calendar", () => {
  it("go on over months, years and changes of the clocks", () => {
    expect(addDays("2027-03-27", 2)).toBe("2027-03-29")
    expect(addDays("2027-01-01", -1)).toBe("2026-12-31")
  })

  it("make weeks from Monday to Sunday", () => {
    expect(weekOf("2026-11-29")).toEqual(weekOf("2026-11-23"))
    expect(weekOf("2026-11-25")[0]).toBe("2026-11-23")
    expect(weekOf("2026-11-25")[6]).toBe("2026-11-29")
  })

  it("make months of whole weeks", () => {
    const november = monthOf("2026-11-25")
    expect([november[0], november.at(-1), november.length]).toEqual(["2026-10-26", "2026-12-06", 42])
    expect(monthOf("2027-02-14")).toHaveLength(28)
  })

  it("are one alone, or two weeks from a day on", () => {
    expect(daysOf("day", "2026-11-25")).toEqual(["2026-11-25"])
    const agenda = daysOf("agenda", "2026-11-25")
    expect([agenda[0], agenda.at(-1), agenda.length]).toEqual(["2026-11-25", "2026-12-08", 14])
    expect(daysOf("week", "2026-11-25")).toEqual(weekOf("2026-11-25"))
    expect(step("2026-11-25", "day", -1)).toBe("2026-11-24")
    expect(step("2026-11-25", "agenda", 1)).toBe("2026-12-09")
  })

  it("step to the neighbouring month or week", () => {
    expect(step("2027-01-31", "month", 1)).toBe("2027-02-01")
    expect(step("2027-01-15", "month", -1)).toBe("2026-12-01")
    expect(step("2027-01-15", "week", -1)).toBe("2027-01-08")
  })

  it("say when one has not 24 hours", () => {
    expect(oddDay("2027-03-28", BERLIN)).toBe("23 h: the clocks go forward")
    expect(oddDay("2027-10-31", BERLIN)).toBe("25 h: the clocks go back")
    expect(oddDay("2027-04-04", "Australia/Lord_Howe")).toBe("24.5 h: the clocks go back")
    expect(oddDay("2027-03-28", "Asia/Kathmandu")).toBeNull()
  })
})

describe("a post on the calendar", () => {
  const post = { due_at: "2027-03-27T17:00:00Z", local_time: "2027-03-27T18:00", time_zone: BERLIN }

  it("stands on the day it is due, a draft on the day its author thought of", () => {
    expect(dayOf(post, BERLIN)).toBe("2027-03-27")
    expect(dayOf({ ...post, due_at: "2027-03-27T23:30:00Z" }, BERLIN)).toBe("2027-03-28")
    expect(dayOf({ ...post, due_at: null }, BERLIN)).toBe("2027-03-27")
  })

  it("keeps its hour when it is moved over a change of the clocks", () => {
    expect(moveTo(post, "2027-03-29", BERLIN)).toEqual({ local_time: "2027-03-29T18:00", time_zone: BERLIN })
  })

  it("keeps the clock it was planned by, whoever looks at it", () => {
    const tokyo = { due_at: "2027-03-27T23:00:00Z", local_time: "2027-03-28T08:00", time_zone: "Asia/Tokyo" }
    expect(dayOf(tokyo, "America/New_York")).toBe("2027-03-27")
    expect(moveTo(tokyo, "2027-03-30", "America/New_York")).toEqual({
      local_time: "2027-03-31T08:00",
      time_zone: "Asia/Tokyo",
    })
  })

  it("moves by arrow keys, a day or a week", () => {
    expect(dayByKey("ArrowRight", "2027-01-31")).toBe("2027-02-01")
    expect(dayByKey("ArrowUp", "2027-01-31")).toBe("2027-01-24")
    expect(dayByKey("Enter", "2027-01-31")).toBeNull()
  })

  it("knows the past", () => {
    const noon = Date.parse("2027-03-27T11:00:00Z")
    expect(hasPassed("2027-03-27T11:59", BERLIN, noon)).toBe(true)
    expect(hasPassed("2027-03-27T12:01", BERLIN, noon)).toBe(false)
  })
})
