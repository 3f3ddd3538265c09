import type { SlideshowValues } from "@/lib/slideshow"

type Music = Pick<NonNullable<SlideshowValues["music"]>, "start_ms" | "fade_in_ms" | "fade_out_ms">

/**
 * Return how loud the music is at a moment of the video, 0 to 1: it fades in at its start and out before its end, which is the video's
 * or, where the piece is over sooner, the piece's.
 *
 * @param heardMs how much of the piece is heard in all
 */
export function volumeAt(ms: number, music: Music, heardMs: number): number {
  if (ms < 0 || ms >= heardMs) return 0
  const rise = Math.min(heardMs, Math.max(0, music.fade_in_ms || 0))
  const fall = Math.min(heardMs, Math.max(0, music.fade_out_ms || 0))
  const rising = rise > 0 ? Math.min(1, ms / rise) : 1
  const falling = fall > 0 ? Math.min(1, (heardMs - ms) / fall) : 1
  return rising * falling
}

/** Return how much of a piece is heard in a video of this length; `pieceMs` null while nobody knows how long it is. */
export function heardOf({ start_ms }: Music, pieceMs: number | null, showMs: number): number {
  const left = pieceMs === null ? showMs : Math.max(0, pieceMs - (start_ms || 0))
  return Math.min(showMs, left)
}
