import { describe, expect, it } from "vitest"
import { makeQuarantine } from "@/testing/makers"
import { agoWords, countsOf } from "./health-words"

describe("agoWords", () => {
  it.each([
    [null, "never"],
    [0.4, "just now"],
    [1, "1 second ago"],
    [59.9, "59 seconds ago"],
    [240, "4 minutes ago"],
    [7_300, "2 hours ago"],
    [172_800, "2 days ago"],
  ])("says %s seconds as %s", (seconds, words) => expect(agoWords(seconds)).toBe(words))
})

describe("countsOf", () => {
  it("says what was found", () =>
    expect(countsOf(makeQuarantine({ published: 3, asked_people: 1 }))).toBe(
      "Found at TikTok: 3, asks you: 1.",
    ))

  it("never makes a figure up", () =>
    expect(countsOf(makeQuarantine({ published: null, asked_people: 0 }))).toContain("Found at TikTok: –"))
})
