/**
 * Which picture of a slideshow's video shows what: the renderer's own rules (backend/video/slideshow/plan.py and spec.py), again.
 * Pure; its tests hold it to figures that the renderer gave.
 */

import type { Slide, SlideshowValues } from "@/lib/slideshow"

export const FPS = 30
/** In place of a slide's index. */
export const BLACK = -1
/** Two photos' weights in a change sum up to it. */
export const FULL_WEIGHT = 128
const AFTER_FADE = 2

/** A slide at its own picture number `at`, of the `of` it is to be seen for. */
export type Layer = { slide: number; at: number; of: number }
/** One picture of the video: `top` over `under`, which counts 128 - `weight` of 128. */
export type Mix = { top: Layer; under: Layer | null; weight: number }

type Timed = Pick<SlideshowValues, "transition" | "transition_ms"> & {
  slides: readonly Pick<Slide, "duration_ms">[]
}
/** How a slide comes in: `fade` pictures from the one before, or through black; seen alone after `frames`. */
type Change = { fade: number; throughBlack: boolean; frames: number }
/** Where each slide begins, in pictures, and at last where the video ends. */
export type Timeline = { starts: number[]; changes: Change[]; frames: number }

/** Round as Python does: a half goes to the even neighbour. */
export function roundEven(value: number): number {
  const below = Math.floor(value)
  if (value - below !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}

export function timelineOf(show: Timed): Timeline {
  let ms = 0
  const starts = [0]
  for (const { duration_ms } of show.slides) {
    ms += duration_ms
    starts.push(roundEven((ms * FPS) / 1_000))
  }
  const lengths = show.slides.map((_, index) => at(starts, index + 1) - at(starts, index))
  const changes = lengths.map((length, index) => changeInto(show, index, length))
  return { starts, changes, frames: at(starts, starts.length - 1) }
}

/** No change takes more than half of its slide's time. */
function changeInto({ transition, transition_ms }: Timed, index: number, length: number): Change {
  if (index === 0 || transition === "cut") return { fade: 0, throughBlack: false, frames: 0 }
  const most = Math.min(roundEven((transition_ms * FPS) / 1_000), Math.floor(length / 2))
  if (transition === "crossfade") {
    const fade = Math.max(1, most)
    return { fade, throughBlack: false, frames: fade }
  }
  const fade = Math.max(1, Math.floor((most - AFTER_FADE) / 2))
  return { fade, throughBlack: true, frames: 2 * fade + AFTER_FADE }
}

/** Return which slide's time a picture falls into; a change belongs to the slide that comes in. */
export function slideAt({ starts }: Timeline, frame: number): number {
  const next = starts.findIndex((start) => start > frame)
  return next < 0 ? Math.max(0, starts.length - 2) : next - 1
}

/** Return what a picture of the video shows. */
export function mixAt(timeline: Timeline, frame: number): Mix {
  const index = slideAt(timeline, frame)
  const { starts, changes } = timeline
  const place = frame - at(starts, index)
  const length = at(starts, index + 1) - at(starts, index)
  const top = { slide: index, at: place, of: length + (changes[index + 1]?.fade ?? 0) }
  const change = changes[index]
  if (!change || place >= change.frames) return { top, under: null, weight: FULL_WEIGHT }
  const black = { slide: BLACK, at: 0, of: 1 }
  const gone = at(starts, index) - at(starts, index - 1)
  const before = { slide: index - 1, at: gone + place, of: gone + change.fade }
  const { fade, throughBlack } = change
  if (!throughBlack) return { top, under: before, weight: weightOf(place, fade) }
  if (place < fade) return { top: black, under: before, weight: weightOf(place, fade) }
  if (place < fade + AFTER_FADE) return { top: black, under: null, weight: FULL_WEIGHT }
  return { top, under: black, weight: weightOf(place - fade - AFTER_FADE, fade) }
}

/** Return what comes in counts in picture `step` of a fade, of 128. */
function weightOf(step: number, fade: number): number {
  return Math.min(FULL_WEIGHT - 1, Math.max(1, roundEven((FULL_WEIGHT * (step + 1)) / (fade + 1))))
}

/** Return the pictures in which a slide is seen alone: the first, and the one after the last. */
export function aloneOf({ starts, changes }: Timeline, index: number): [number, number] {
  return [at(starts, index) + (changes[index]?.frames ?? 0), at(starts, index + 1)]
}

/** Return the slideshow with every time that can be rendered: while a number is being typed it is none, or too large. */
export function asTimed(values: SlideshowValues): SlideshowValues {
  const within = (ms: number, least: number, most: number, usual: number) =>
    Number.isFinite(ms) ? Math.min(Math.max(Math.round(ms), least), most) : usual
  const slides = values.slides.map((slide) => ({
    ...slide,
    duration_ms: within(slide.duration_ms, 1_000, 10_000, 3_000),
  }))
  return { ...values, slides, transition_ms: within(values.transition_ms, 100, 2_000, 500) }
}

/** Return the one slide that looks another way than before; null when several do, or they stand in another order. */
export function changedSlide(before: readonly Slide[], after: readonly Slide[]): number | null {
  if (before.length !== after.length) return null
  const changed = after.flatMap((slide, index) =>
    JSON.stringify(slide) === JSON.stringify(before[index]) ? [] : [index],
  )
  const [only] = changed
  return changed.length === 1 && only !== undefined && after[only]?.media_id === before[only]?.media_id
    ? only
    : null
}

const at = (list: readonly number[], index: number) => list[index] ?? 0
