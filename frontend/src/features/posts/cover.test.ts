import { describe, expect, it } from "vitest"
import { slideOf } from "@/lib/slideshow"
import { followCover, latestCover, middlesOf, momentWords, slideAt } from "./cover"

const slide = (id: string, duration_ms = 3_000) => ({ ...slideOf(id), duration_ms })

describe("a cover", () => {
  it("lies within the video", () => {
    expect([5_312, 5_300, 101, 100, 1, 0].map(latestCover)).toEqual([5_300, 5_200, 100, 0, 0, 0])
  })

  it("is said to a tenth of a second", () => {
    expect(momentWords(2_400)).toBe("2.4\u202fs")
    expect(momentWords(0)).toBe("0.0\u202fs")
  })

  it("of a slideshow is the middle of a picture's time", () => {
    const slides = [slide("a", 2_000), slide("b", 4_000)]
    expect(middlesOf(slides)).toEqual([1_000, 4_000])
    expect([0, 1_999, 2_000, 5_999, 9_000].map((ms) => slideAt(slides, ms))).toEqual([0, 0, 1, 1, 0])
  })

  it("stays with its picture when the pictures change", () => {
    const before = [slide("a"), slide("b"), slide("c")]
    expect(followCover(4_500, before, [slide("b"), slide("a")])).toBe(1_500)
    expect(followCover(4_500, before, [slide("a", 1_000), slide("b", 2_000)])).toBe(2_000)
    expect(followCover(4_500, before, [slide("a"), slide("c")])).toBe(0)
    const typing = [slide("a", Number.NaN), slide("b"), slide("c")]
    expect([followCover(4_500, before, typing), followCover(1_500, typing, before)]).toEqual([1_500, 4_500])
    expect(followCover(0, before, before.toReversed())).toBe(0)
  })
})
