import { describe, expect, it } from "vitest"
import {
  clock,
  dayAndTime,
  dayKey,
  fromNow,
  instantOf,
  localTime,
  nearDay,
  timeLeft,
  zoneCity,
} from "./dates"
import { firstLocale, localeOf } from "./reader-locale"

const BERLIN = "Europe/Berlin"
const NOON = Date.parse("2026-11-22T12:00:00Z")

describe("the language of dates", () => {
  it("is the browser's first that is one: a machine without a locale calls it en-US@posix", () => {
    expect(firstLocale(["en-US@posix", "de-DE"])).toBe("de-DE")
    expect(firstLocale(["en-US@posix"])).toBe("en-GB")
    expect(firstLocale(["fr", "en"])).toBe("fr")
    expect(localeOf("en-US@posix, de-AT;q=0.7, fr;q=0.9")).toBe("fr")
    expect(localeOf("de-AT")).toBe("de-AT")
    expect(localeOf("*")).toBe("en-GB")
    expect(localeOf("xx;q=0, x-y-z-")).toBe("en-GB")
    expect(localeOf(null)).toBe("en-GB")
    expect(() => dayAndTime(NOON, BERLIN, NOON, firstLocale(["en-US@posix"]))).not.toThrow()
  })
})

describe("times in a person's zone", () => {
  it("writes an instant on that zone's clock, whatever the browser's is", () => {
    expect(dayAndTime("2026-11-24T17:00:00Z", BERLIN, NOON, "en-GB")).toBe("Tue 24 Nov, 18:00")
    expect(dayAndTime("2026-11-24T17:00:00Z", "Asia/Tokyo", NOON, "en-GB")).toBe("Wed 25 Nov, 02:00")
    expect(dayAndTime("2027-01-01T11:00:00Z", BERLIN, NOON, "en-GB")).toBe("Fri 1 Jan 2027, 12:00")
  })

  it("says today, tomorrow and yesterday by that zone's calendar", () => {
    const lateInTokyo = Date.parse("2026-11-22T15:30:00Z")
    expect(nearDay("2026-11-22T23:30:00Z", BERLIN, NOON, "en-GB")).toBe("Tomorrow")
    expect(nearDay("2026-11-22T22:30:00Z", BERLIN, NOON, "en-GB")).toBe("Today")
    expect(nearDay("2026-11-22T14:00:00Z", "Asia/Tokyo", lateInTokyo, "en-GB")).toBe("Yesterday")
    expect(nearDay("2026-11-24T17:00:00Z", BERLIN, NOON, "en-GB")).toBe("Tue 24 Nov")
  })

  it("turns a wall-clock time into its instant, and back", () => {
    expect(instantOf("2026-11-24T18:00", BERLIN)).toBe(Date.parse("2026-11-24T17:00:00Z"))
    expect(instantOf("2026-07-01T09:30", "America/New_York")).toBe(Date.parse("2026-07-01T13:30:00Z"))
    expect(instantOf("2026-11-24T18:00", "Asia/Kathmandu")).toBe(Date.parse("2026-11-24T12:15:00Z"))
    expect(localTime("2026-11-24T17:00:00Z", BERLIN)).toBe("2026-11-24T18:00")
    expect(dayKey("2026-11-24T23:30:00Z", BERLIN)).toBe("2026-11-25")
  })

  it("reads a repeated hour as its first pass and moves a skipped one forward", () => {
    expect(instantOf("2026-10-25T02:30", BERLIN)).toBe(Date.parse("2026-10-25T00:30:00Z"))
    expect(instantOf("2027-03-28T02:30", BERLIN)).toBe(Date.parse("2027-03-28T01:30:00Z"))
  })

  it("knows what is no time", () => {
    expect(instantOf("T", BERLIN)).toBeNull()
    expect(instantOf("2026-11-24T", BERLIN)).toBeNull()
  })

  it("names a zone by its city", () => {
    expect(zoneCity(BERLIN)).toBe("Berlin")
    expect(zoneCity("America/Argentina/Buenos_Aires")).toBe("Buenos Aires")
  })
})

describe("lengths of time", () => {
  it("are written as on a player", () => {
    expect(clock(5_280)).toBe("0:05")
    expect(clock(62_000)).toBe("1:02")
    expect(clock(3_723_000)).toBe("1:02:03")
  })

  it("say what is left", () => {
    expect([timeLeft(0.2), timeLeft(12.4), timeLeft(61), timeLeft(3_700)]).toEqual([
      "1 s left",
      "13 s left",
      "2 min left",
      "1 h 2 min left",
    ])
  })

  it("say how long ago", () => {
    expect(fromNow("2026-11-22T11:59:50Z", NOON)).toBe("just now")
    expect(fromNow("2026-11-22T11:54:00Z", NOON)).toBe("6 min. ago")
    expect(fromNow("2026-11-21T12:00:00Z", NOON)).toBe("yesterday")
  })
})
