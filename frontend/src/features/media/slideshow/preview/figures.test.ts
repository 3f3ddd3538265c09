// @vitest-environment node
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import type { Slide, SlideshowValues } from "@/lib/slideshow"
import { setText } from "./caption"
import { placePhoto, windowOf } from "./geometry"
import { aloneOf, type Layer, mixAt, timelineOf } from "./timeline"

// What the renderer says (backend/video/slideshow/tests/preview_figures.py, which a test there keeps fresh).
type Seen = [number, number, number]
type Figures = {
  timings: {
    durations_ms: number[]
    transition: SlideshowValues["transition"]
    transition_ms: number
    starts: number[]
    changes: number[]
    pictures: [Seen, Seen | null, number][]
  }[]
  windows: {
    motion: Slide["motion"]
    focus: [number, number]
    at: number
    of: number
    window: [number, number, number]
  }[]
  places: {
    photo: [number, number]
    fit: Slide["fit"]
    focus: [number, number]
    canvas: [number, number]
    box: [number, number, number, number]
  }[]
  captions: {
    said: string
    where: Slide["caption_place"]
    format: SlideshowValues["format"]
    size: number
    lines: string[]
    left: number
    top: number
    width: number
    height: number
  }[]
  advances: Record<string, Record<string, number>>
}
const path = "../../../../../../backend/video/slideshow/tests/preview_figures.json"
const figures: Figures = JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"))

const listed = (layer: Layer | null) => layer && [layer.slide, layer.at, layer.of]

describe("the preview agrees with the renderer", () => {
  it.each(figures.timings)("about $transition of $transition_ms ms, $durations_ms", (said) => {
    const slides = said.durations_ms.map((duration_ms) => ({ duration_ms }))
    const { transition, transition_ms } = said
    const timeline = timelineOf({ slides, transition, transition_ms })

    expect(timeline.starts).toEqual(said.starts)
    expect(slides.map((_, index) => aloneOf(timeline, index)[0])).toEqual(
      said.changes.map((change, index) => (said.starts[index] ?? 0) + change),
    )
    const pictures = Array.from({ length: timeline.frames }, (_, frame) => {
      const { top, under, weight } = mixAt(timeline, frame)
      return [listed(top), listed(under), weight]
    })
    expect(pictures).toEqual(said.pictures)
  })

  it("about what is seen of a photo that moves", () => {
    expect(figures.windows.length).toBeGreaterThan(0)
    for (const { motion, focus, at, of, window } of figures.windows) {
      const seen = windowOf({ motion, focus_x: focus[0], focus_y: focus[1] }, { at, of })
      const [zoom, left, above] = window
      expect(seen.zoom).toBeCloseTo(zoom, 9)
      expect([seen.left, seen.above]).toEqual([left, above])
    }
  })

  it.each(figures.places)("about where $photo goes on $canvas: $fit around $focus", (said) => {
    const [width, height] = said.photo
    const slide = { fit: said.fit, focus_x: said.focus[0], focus_y: said.focus[1] }
    const box = placePhoto({ width, height }, slide, { width: said.canvas[0], height: said.canvas[1] })
    expect([box.width, box.height, box.left + 0, box.top + 0]).toEqual(said.box)
  })

  it.each(figures.captions)("about “$said” at the $where of $format", (said) => {
    const measure = (sign: string, size: number) => figures.advances[size]?.[sign] ?? Number.NaN
    const { outline: _, centre: __, middles, ...drawn } = setText(said.said, said.where, said.format, measure)
    const { said: ___, where: ____, format: _____, ...meant } = said
    expect(drawn).toEqual(meant)
    expect(middles).toHaveLength(said.lines.length)
  })
})
