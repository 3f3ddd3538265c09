import { describe, expect, it } from "vitest"
import { EMPTY_SLIDESHOW, slideOf } from "@/lib/slideshow"
import { soften } from "./blur"
import { baseOf, keptFrames, SIZES, viewOf } from "./geometry"
import { heardOf, volumeAt } from "./music"
import { asTimed, changedSlide, mixAt, timelineOf } from "./timeline"

const slides = [slideOf("dawn"), slideOf("noon"), slideOf("dusk")]
const tall = SIZES["9:16"]

describe("while something is being typed", () => {
  it("a time that is none stands for the usual one, and no time is longer than can be", () => {
    const [first, second] = slides
    if (!first || !second) throw new Error("no slides")
    const typed = [
      { ...first, duration_ms: Number.NaN },
      { ...second, duration_ms: 95_000 },
    ]
    const shown = asTimed({ ...EMPTY_SLIDESHOW, slides: typed, transition_ms: Number.NaN })
    expect(shown.slides.map(({ duration_ms }) => duration_ms)).toEqual([3_000, 10_000])
    expect(shown.transition_ms).toBe(500)
    expect(timelineOf(shown).frames).toBe(390)
  })

  it("the photo that was changed is known, and a new order is no change", () => {
    const [first, second, third] = slides
    if (!first || !second || !third) throw new Error("no slides")
    expect(changedSlide(slides, [first, { ...second, focus_x: 0.2 }, third])).toBe(1)
    expect(changedSlide(slides, structuredClone(slides))).toBeNull()
    expect(changedSlide(slides, [second, first, third])).toBeNull()
    expect(changedSlide(slides, [first, second])).toBeNull()
  })

  it("without photos there is nothing to show", () => {
    const timeline = timelineOf(EMPTY_SLIDESHOW)
    expect(timeline.frames).toBe(0)
    expect(mixAt(timeline, 0).under).toBeNull()
  })
})

describe("a moving photo", () => {
  it("is seen from edge to edge, and never beyond", () => {
    for (const motion of ["zoom_in", "zoom_out", "left", "right", "up", "down"] as const) {
      const base = baseOf(tall, motion)
      for (let at = 0; at < 60; at += 1) {
        const view = viewOf({ motion, focus_x: 1, focus_y: 0 }, { at, of: 60 }, tall)
        expect(view.left).toBeGreaterThanOrEqual(0)
        expect(view.top).toBeGreaterThanOrEqual(0)
        expect(view.left + view.width).toBeLessThanOrEqual(base.width + 1e-9)
        expect(view.top + view.height).toBeLessThanOrEqual(base.height + 1e-9)
      }
    }
    const whole = viewOf({ motion: "zoom_in", focus_x: 0.5, focus_y: 0.5 }, { at: 0, of: 60 }, tall)
    expect(whole).toEqual({ left: 0, top: 0, width: 1_296, height: 2_304 })
  })
})

describe("what the focus keeps", () => {
  const landscape = { width: 4_000, height: 3_000 }
  const look = { fit: "crop", motion: "none", focus_x: 0.5, focus_y: 0.5 } as const

  it("of a photo that is cut: a part as tall as the photo, that follows the point to its edge", () => {
    const [middle] = keptFrames(look, landscape, tall)
    const [right] = keptFrames({ ...look, focus_x: 1 }, landscape, tall)
    expect(middle?.height).toBeCloseTo(1, 2)
    expect((middle?.left ?? 0) + (middle?.width ?? 0) / 2).toBeCloseTo(0.5, 2)
    expect((right?.left ?? 0) + (right?.width ?? 0)).toBeCloseTo(1, 2)
  })

  it("of a photo that comes closer: a sixth less, around the point; with a cut, within what the cut keeps", () => {
    const [near] = keptFrames({ ...look, fit: "blur", motion: "zoom_in", focus_x: 1 }, landscape, tall)
    expect(near?.width).toBeCloseTo(1 / 1.2, 6)
    expect((near?.left ?? 0) + (near?.width ?? 0)).toBeCloseTo(1, 6)
    expect(keptFrames({ ...look, fit: "pad" }, landscape, tall)).toEqual([])

    const [kept, within] = keptFrames({ ...look, motion: "zoom_in" }, landscape, tall)
    expect(within?.left).toBeGreaterThan(kept?.left ?? 1)
    expect(within?.width).toBeCloseTo((kept?.width ?? 0) / 1.2, 6)
  })
})

describe("music", () => {
  const music = { start_ms: 2_000, fade_in_ms: 1_000, fade_out_ms: 2_000 }

  it("fades in at its start, and out before the video's end or its own", () => {
    expect(heardOf(music, 60_000, 9_000)).toBe(9_000)
    expect(heardOf(music, 6_000, 9_000)).toBe(4_000)
    expect(heardOf(music, null, 9_000)).toBe(9_000)
    expect([0, 500, 5_000, 8_000, 9_000].map((ms) => volumeAt(ms, music, 9_000))).toEqual([0, 0.5, 1, 0.5, 0])
    expect(volumeAt(3_000, music, 4_000)).toBe(0.5)
  })

  it("without fades is there at once", () => {
    expect(volumeAt(0, { start_ms: 0, fade_in_ms: 0, fade_out_ms: Number.NaN }, 3_000)).toBe(1)
  })
})

describe("the blurred copy", () => {
  it("is darker, smooth, and has no seam at its edges", () => {
    const [width, height] = [24, 16]
    const pixels = new Uint8ClampedArray(width * height * 4).fill(200)
    soften(pixels, width, height)
    expect(new Set(pixels)).toEqual(new Set([140, 255]))

    const half = new Uint8ClampedArray(width * height * 4).map((_, index) =>
      (index / 4) % width < width / 2 ? 0 : 200,
    )
    soften(half, width, height)
    const row = Array.from({ length: width }, (_, x) => half[(5 * width + x) * 4] ?? 0)
    expect(row).toEqual(row.toSorted((one, other) => one - other))
    expect(row[0]).toBe(0)
    expect(row[width - 1]).toBe(140)
    expect(row[width / 2]).toBeGreaterThan(70)
    expect(row[width / 2]).toBeLessThan(80)
  })
})
