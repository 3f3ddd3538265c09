import type { Slide, SlideshowValues } from "@/lib/slideshow"

type Words<Value extends string> = readonly { value: Value; label: string }[]

export const FORMATS: Words<SlideshowValues["format"]> = [
  { value: "9:16", label: "Tall, 9:16" },
  { value: "1:1", label: "Square, 1:1" },
  { value: "16:9", label: "Wide, 16:9" },
]

export const TRANSITIONS: Words<SlideshowValues["transition"]> = [
  { value: "cut", label: "Cut" },
  { value: "crossfade", label: "Crossfade" },
  { value: "dip_to_black", label: "Through black" },
]

/** `short` is for a photo's row, where little else fits. */
export const FITS = [
  { value: "blur", label: "Whole, on its own blur", short: "On its blur" },
  { value: "pad", label: "Whole, on a colour", short: "On a colour" },
  { value: "crop", label: "Cut to fill", short: "Cut to fill" },
] as const satisfies readonly { value: Slide["fit"]; label: string; short: string }[]

export const MOTIONS: Words<Slide["motion"]> = [
  { value: "none", label: "Stands still" },
  { value: "zoom_in", label: "Moves closer" },
  { value: "zoom_out", label: "Moves away" },
  { value: "left", label: "To the left" },
  { value: "right", label: "To the right" },
  { value: "up", label: "Upwards" },
  { value: "down", label: "Downwards" },
]

export const CAPTION_PLACES: Words<Slide["caption_place"]> = [
  { value: "top", label: "At the top" },
  { value: "middle", label: "In the middle" },
  { value: "bottom", label: "At the foot" },
]

/** What a cut keeps, from left to right and from top to bottom. */
export const FOCUSES = [
  { value: "0.5 0.5", label: "Keep the middle" },
  { value: "0.5 0", label: "Keep the top" },
  { value: "0.5 1", label: "Keep the foot" },
  { value: "0 0.5", label: "Keep the left" },
  { value: "1 0.5", label: "Keep the right" },
] as const

/** Say a length as people say it: "9 s", "2.5 s", "1 min 4 s". */
export function secondsOf(milliseconds: number): string {
  const tenths = Math.round(milliseconds / 100)
  if (tenths < 600) return `${tenths / 10} s`
  const seconds = Math.round(milliseconds / 1000)
  const rest = seconds % 60
  return rest ? `${Math.floor(seconds / 60)} min ${rest} s` : `${seconds / 60} min`
}
