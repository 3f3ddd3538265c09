import { describe, expect, it } from "vitest"
import { makePost, makePublication } from "@/testing/makers"
import { lengthWords, paceWords } from "./pace-words"

describe("paceWords", () => {
  it("says lengths as people do", () => {
    const said = [1, 45, 60, 90, 360, 1440, 4320].map(lengthWords)

    expect(said).toEqual(["1 minute", "45 minutes", "1 hour", "1 h 30 min", "6 hours", "24 hours", "3 days"])
  })

  it("says when a late post asks, and over how long its accounts are spread", () => {
    const two = [makePublication(), makePublication({ id: "other" })]

    expect(paceWords(makePost())).toBe("If it cannot go out on time, it asks you after 6 hours.")
    expect(paceWords(makePost({ late_limit_min: null, stagger_min: 40, publications: two }))).toBe(
      "If it cannot go out on time, it is sent however late. Its accounts are spread over 40 minutes.",
    )
  })
})
