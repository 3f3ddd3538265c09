// @vitest-environment node
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { clockSentence, readClock } from "./clock-changes"
import { localTime } from "./dates"

const NOON = Date.parse("2026-11-22T12:00:00Z")

type Case = { zone: string; local: string; clock: string; instant: string; shown: string }

/** The very table the API's tests read: what the composer says is what happens. */
const table = new URL("../../../backend/api/scheduling/tests/clock_changes.json", import.meta.url)
const cases: Case[] = JSON.parse(readFileSync(table, "utf8"))

describe("a time on a day when the clocks change", () => {
  it.each(cases)("$local in $zone is $clock", ({ zone, local, clock, instant, shown }) => {
    const reading = readClock(local, zone)
    expect(reading).toEqual({ clock, instant: Date.parse(instant) })
    expect(localTime(Date.parse(instant), zone)).toBe(shown)
  })

  it("is said in a sentence, and only there", () => {
    expect(clockSentence("2027-03-28T02:30", "Europe/Berlin", "en-GB", NOON)).toBe(
      "02:30 does not exist on Sun 28 Mar 2027 in Berlin: the clocks go forward. It goes out at 03:30.",
    )
    expect(clockSentence("2027-10-31T02:30", "Europe/Berlin", "en-GB", NOON)).toBe(
      "02:30 comes twice on Sun 31 Oct 2027 in Berlin: the clocks go back. The first one, 02:30 CEST, is meant.",
    )
    expect(clockSentence("2027-10-03T02:15", "Australia/Lord_Howe", "en-GB")).toMatch(/goes out at 02:45\.$/)
    expect(clockSentence("2027-03-28T03:30", "Europe/Berlin", "en-GB")).toBeNull()
    expect(clockSentence("2027-03-28T02:30", "Asia/Kathmandu", "en-GB")).toBeNull()
    expect(clockSentence("T", "Europe/Berlin")).toBeNull()
  })
})
