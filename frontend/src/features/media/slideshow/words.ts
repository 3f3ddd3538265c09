import { type Message, m, t } from "@/lib/i18n"
import type { Slide, SlideshowValues } from "@/lib/slideshow"

type Words<Value extends string> = readonly { value: Value; label: Message }[]

export const FORMATS: Words<SlideshowValues["format"]> = [
  { value: "9:16", label: m("Tall, 9:16") },
  { value: "1:1", label: m("Square, 1:1") },
  { value: "16:9", label: m("Wide, 16:9") },
]

export const TRANSITIONS: Words<SlideshowValues["transition"]> = [
  { value: "cut", label: m("Cut") },
  { value: "crossfade", label: m("Crossfade") },
  { value: "dip_to_black", label: m("Through black") },
]

/** `short` is for a photo's row, where little else fits. */
export const FITS = [
  { value: "blur", label: m("Whole, on its own blur"), short: m("On its blur") },
  { value: "pad", label: m("Whole, on a colour"), short: m("On a colour") },
  { value: "crop", label: m("Cut to fill"), short: m("Cut to fill") },
] as const satisfies readonly { value: Slide["fit"]; label: Message; short: Message }[]

export const MOTIONS = [
  { value: "none", label: m("Stands still"), short: m("stands still") },
  { value: "zoom_in", label: m("Moves closer"), short: m("moves closer") },
  { value: "zoom_out", label: m("Moves away"), short: m("moves away") },
  { value: "left", label: m("To the left"), short: m("to the left") },
  { value: "right", label: m("To the right"), short: m("to the right") },
  { value: "up", label: m("Upwards"), short: m("upwards") },
  { value: "down", label: m("Downwards"), short: m("downwards") },
] as const satisfies readonly { value: Slide["motion"]; label: Message; short: Message }[]

export const CAPTION_PLACES: Words<Slide["caption_place"]> = [
  { value: "top", label: m("At the top") },
  { value: "middle", label: m("In the middle") },
  { value: "bottom", label: m("At the foot") },
]

/** What a cut keeps, from left to right and from top to bottom. */
export const FOCUSES = [
  { value: "0.5 0.5", label: m("Keep the middle") },
  { value: "0.5 0", label: m("Keep the top") },
  { value: "0.5 1", label: m("Keep the foot") },
  { value: "0 0.5", label: m("Keep the left") },
  { value: "1 0.5", label: m("Keep the right") },
] as const

/** Say a length as people say it: "9 s", "2.5 s", "1 min 4 s". */
export function secondsOf(milliseconds: number): string {
  const tenths = Math.round(milliseconds / 100)
  if (tenths < 600) return t("{seconds} s", { seconds: tenths / 10 })
  const seconds = Math.round(milliseconds / 1000)
  const rest = seconds % 60
  return rest
    ? t("{minutes} min {seconds} s", { minutes: Math.floor(seconds / 60), seconds: rest })
    : t("{minutes} min", { minutes: seconds / 60 })
}
