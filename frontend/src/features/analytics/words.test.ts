// @vitest-environment node
import { describe, expect, it } from "vitest"
import { percent, signedCount, signedPercent } from "@/lib/figures"
import { makeFleetAccount, makeForecast, makeQuality } from "@/testing/make-analytics"
import { coverageWords } from "./account/forecast-panel"
import { sortFleet, viewsChange } from "./dashboard/sorting"
import {
  ageWords,
  changeWords,
  noScoreWords,
  qualityWords,
  slotWords,
  sourceWords,
  timesWords,
  upliftWords,
} from "./words"

const plain = (text: string | null) => text?.replaceAll("\u202f", " ")

describe("figures", () => {
  it("of change have a sign, unless nothing changed", () => {
    expect([1_234, -340, 0, 0.2].map(signedCount)).toEqual(["+1.2k", "−340", "0", "0"])
    expect([0.123, -0.034, 0, 2, 0.0001].map((share) => plain(signedPercent(share)))).toEqual([
      "+12 %",
      "−3.4 %",
      "0 %",
      "+200 %",
      "0 %",
    ])
    expect(plain(percent(12.5))).toBe("1 250 %")
  })
})

describe("the words of figures", () => {
  it("say a change against as many days before, or nothing where those are unknown", () => {
    expect(plain(changeWords(0.12, 28))).toBe("+12 % against the 28 days before")
    expect(changeWords(null, 28)).toBeNull()
  })

  it("say how good figures are, and only what there is to say", () => {
    expect(plain(qualityWords(makeQuality()))).toBe("93 % of views counted daily")
    const held = makeQuality({ days_measured: 5, held_out: 2, new_beginnings: 1 })
    expect(plain(qualityWords(held))).toBe(
      "93 % of views counted daily; 5 of 7 days measured; 2 samples held out; 1 counter began anew",
    )
    expect(qualityWords(makeQuality({ coverage: null }))).toBe("no views counted yet")
  })

  it("name an hour of the week from Monday", () => {
    expect([0, 42, 167].map((slot) => slotWords(slot))).toEqual([
      "Monday 00:00–01:00",
      "Tuesday 18:00–19:00",
      "Sunday 23:00–00:00",
    ])
  })

  it("say what best times rest on", () => {
    const base = { own_share: 0.4, posts: 77 }
    expect(sourceWords({ ...base, source: "fleet" })).toMatch(/^Based on your fleet/)
    expect(sourceWords({ ...base, source: "account" })).toBe("Based on this account's 77 posts.")
    expect(plain(sourceWords({ ...base, source: "mixed" }))).toMatch(/^Based on both: .*settle 40 % of/)
    expect(plain(upliftWords(-0.2))).toBe("20 % fewer views than in an average hour")
  })

  it("say how far earlier forecasts could be relied on", () => {
    expect(plain(coverageWords(makeForecast()))).toMatch(
      /Bands held 76 % of the time so far, over 50 days\.$/,
    )
    expect(coverageWords(makeForecast({ realised_coverage: null }))).toMatch(/Too few of them have come/)
    expect(coverageWords(makeForecast({ is_known: false }))).toBe("The next 14 days")
  })

  it("say why there is no score", () => {
    expect(noScoreWords("too_few_views")).toMatch(/too few views/)
    expect(noScoreWords("too_young")).toMatch(/the first hour/)
    expect(noScoreWords("first_seen_late")).toMatch(/first seen too late/)
  })

  it("write ages and multiples short", () => {
    expect([1, 36, 48, 168].map(ageWords)).toEqual(["1 h", "36 h", "2 days", "7 days"])
    expect([0.98, 2.76, 37.2].map(timesWords)).toEqual(["1×", "2.8×", "37×"])
  })
})

describe("the order of accounts", () => {
  const rows = [
    makeFleetAccount("a", "@anton", { views: 100, followers: null, views_before: 0 }),
    makeFleetAccount("b", "@berta", { views: 300, followers: 10 }),
    makeFleetAccount("c", "@carla", { views: 200, followers: 20 }),
  ]
  const order = (...sort: Parameters<typeof sortFleet>) =>
    sortFleet(...sort)
      .map(({ account }) => account.id)
      .join("")

  it("is by a figure, either way, and what is unknown stands last", () => {
    expect(order(rows, { key: "views", isUp: false })).toBe("bca")
    expect(order(rows, { key: "views", isUp: true })).toBe("acb")
    expect(order(rows, { key: "followers", isUp: false })).toBe("cba")
    expect(order(rows, { key: "followers", isUp: true })).toBe("bca")
    expect(order(rows, { key: "name", isUp: true })).toBe("abc")
  })

  it("knows no change against nothing", () => {
    expect(rows.map(viewsChange)).toEqual([null, -0.25, -0.5])
  })
})
