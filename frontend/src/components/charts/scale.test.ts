// @vitest-environment node
import { describe, expect, it } from "vitest"
import { bandOf, pieces, stretches } from "./paths"
import { countTexts, linear, nearest, niceTicks, thin } from "./scale"
import { seriesLook } from "./series-look"

describe("the values beside an axis", () => {
  it.each([
    [0, 4_300, [0, 2_000, 4_000, 6_000]],
    [0, 1, [0, 1]],
    [-120, 340, [-200, 0, 200, 400]],
    [48_011, 48_240, [48_000, 48_100, 48_200, 48_300]],
    [7, 7, [6, 8]],
  ])("are round and hold %i to %i", (least, most, ticks) => {
    expect(niceTicks(least, most)).toEqual(ticks)
  })

  it("lie between whole numbers only where that has a meaning", () => {
    expect(niceTicks(0, 3, { whole: true })).toEqual([0, 1, 2, 3])
    expect(niceTicks(0, 0.09, { whole: false })).toEqual([0, 0.025, 0.05, 0.075, 0.1])
  })

  it("are rounded, unless two would read the same", () => {
    expect(countTexts([0, 2_000, 4_000])).toEqual(["0", "2k", "4k"])
    expect(countTexts([-200, 0])).toEqual(["−200", "0"])
    expect(countTexts([48_020, 48_040])).toEqual(["48\u202f020", "48\u202f040"])
  })
})

describe("a scale", () => {
  it("maps a stretch onto another, and a stretch of nothing onto its start", () => {
    expect([0, 5, 10].map(linear([0, 10], [100, 0]))).toEqual([100, 50, 0])
    expect(linear([3, 3], [10, 20])(3)).toBe(10)
  })

  it("leaves out words that would run into the one before", () => {
    const ticks = [0, 1, 2, 3, 4].map((at) => ({ at }))
    expect(thin(ticks, (at) => at * 30, 64).map(({ at }) => at)).toEqual([0, 3])
  })

  it("finds what is nearest to the pointer", () => {
    expect(nearest([0, 10, 30], 19)).toBe(1)
  })
})

describe("a line", () => {
  it("is broken where nothing is known, never drawn across", () => {
    const dots = [{ x: 0, y: 1 }, null, { x: 2, y: 1 }, { x: 3, y: 2 }]
    expect(pieces(dots)).toEqual([
      [{ x: 0, y: 1 }],
      [
        { x: 2, y: 1 },
        { x: 3, y: 2 },
      ],
    ])
  })

  it("closes a band around what lies between two of them", () => {
    const [low, high] = [
      [
        { x: 0, y: 9 },
        { x: 1, y: 9 },
      ],
      [
        { x: 0, y: 1 },
        { x: 1, y: 2 },
      ],
    ]
    expect(bandOf(high, low)).toBe("M0 1L1 2L1 9L0 9Z")
  })

  it("gathers days in a row into one stretch", () => {
    expect(stretches([1, 2, 3, 7])).toEqual([
      [1, 3],
      [7, 7],
    ])
  })
})

describe("the look of a series", () => {
  it("repeats a hue after eight, but not with the same dash", () => {
    const looks = Array.from({ length: 10 }, (_, place) => seriesLook(place))
    expect(new Set(looks.map(({ stroke, dash }) => stroke + dash)).size).toBe(10)
    expect(looks[8]?.stroke).toBe(looks[0]?.stroke)
  })
})
