import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { makePost, makePublication } from "@/testing/makers"
import { savedWords } from "./saved-words"
import { submitWords } from "./submit-words"
import { emptyTarget, emptyValues } from "./values"

const two = [emptyTarget("a"), emptyTarget("b")]
const at = { mode: "at", local_time: "2026-11-24T18:00" } as const

describe("the publish button", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse("2026-11-22T12:00:00Z") })
    vi.spyOn(navigator, "language", "get").mockReturnValue("en-GB")
  })
  afterEach(() => vi.useRealTimers())

  it("says what it will do", () => {
    expect(submitWords({ timing: at, publications: two }, "Europe/Berlin")).toBe(
      "Schedule on 2 accounts, Tue 24 Nov, 18:00 Berlin",
    )
    expect(submitWords({ timing: { ...at, mode: "now" }, publications: two.slice(1) }, "UTC")).toBe(
      "Publish now on 1 account",
    )
    expect(submitWords({ timing: { ...at, mode: "draft" }, publications: two }, "UTC")).toBe("Save draft")
    expect(submitWords({ timing: at, publications: [] }, "Asia/Tokyo")).toBe(
      "Schedule, Tue 24 Nov, 18:00 Tokyo",
    )
  })

  it("is followed by a sentence that says what happened", () => {
    const post = makePost({ publications: [makePublication(), makePublication({ id: "2" })] })
    expect(savedWords(post, "Europe/Berlin")).toBe("Scheduled on 2 accounts, Tue 24 Nov, 18:00 Berlin.")
    expect(savedWords({ ...post, timing_mode: "now" }, "Europe/Berlin")).toMatch(/can take a few minutes/)
  })

  it("starts with a full hour that is at least half an hour away, on the person's clock", () => {
    const time = (now: string) => emptyValues("Europe/Berlin", Date.parse(now)).timing.local_time
    expect(time("2026-11-22T12:00:00Z")).toBe("2026-11-22T14:00")
    expect(time("2026-11-22T12:31:00Z")).toBe("2026-11-22T15:00")
  })
})
