import { decimals } from "@/lib/decimals"
import type { Slide } from "@/lib/slideshow"

export const COVER_STEP_MS = 100

/** The latest moment that can be a cover, in whole steps: it lies within the video. */
export const latestCover = (durationMs: number) =>
  Math.max(0, Math.floor((durationMs - 1) / COVER_STEP_MS) * COVER_STEP_MS)

/** Say a moment of a video: "2.4 s". */
export const momentWords = (ms: number) => `${decimals(ms / 1_000)}\u202fs`

/** Return the middle of each picture's time in a slideshow: there it is seen whole, with no change going on. */
export function middlesOf(slides: readonly Pick<Slide, "duration_ms">[]): number[] {
  let begun = 0
  return slides.map(({ duration_ms }) => {
    const lasts = duration_ms || 0 // not a number while it is being typed
    begun += lasts
    return Math.round(begun - lasts / 2)
  })
}

/** Return which picture of a slideshow is seen at a moment. */
export function slideAt(slides: readonly Pick<Slide, "duration_ms">[], ms: number): number {
  let end = 0
  const index = slides.findIndex(({ duration_ms }) => {
    end += duration_ms || 0
    return ms < end
  })
  return Math.max(index, 0)
}

/** Keep a slideshow's cover with its picture while pictures are moved, timed or taken out; 0 when it is gone. */
export function followCover(ms: number, before: readonly Slide[], after: readonly Slide[]): number {
  if (ms === 0) return 0
  const id = before[slideAt(before, ms)]?.media_id
  return middlesOf(after)[after.findIndex(({ media_id }) => media_id === id)] ?? 0
}
