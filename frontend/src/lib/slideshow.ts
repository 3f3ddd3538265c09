import { t } from "@/lib/i18n"
/** What is chosen for a slideshow: the composer keeps it, the fields for its photos change it. */

/** One photo of a slideshow: how long it is seen, and how. */
export type Slide = {
  media_id: string
  duration_ms: number
  fit: "blur" | "pad" | "crop"
  colour: string
  focus_x: number
  focus_y: number
  motion: "none" | "zoom_in" | "zoom_out" | "left" | "right" | "up" | "down"
  caption: string
  caption_place: "top" | "middle" | "bottom"
}

export type SlideshowValues = {
  slides: Slide[]
  format: "9:16" | "1:1" | "16:9"
  transition: "cut" | "crossfade" | "dip_to_black"
  transition_ms: number
  music: { media_id: string; start_ms: number; fade_in_ms: number; fade_out_ms: number } | null
}

export const EMPTY_SLIDESHOW: SlideshowValues = {
  slides: [],
  format: "9:16",
  transition: "crossfade",
  transition_ms: 500,
  music: null,
}

export const slideOf = (mediaId: string): Slide => ({
  media_id: mediaId,
  duration_ms: 3_000,
  fit: "blur",
  colour: "#000000",
  focus_x: 0.5,
  focus_y: 0.5,
  motion: "none",
  caption: "",
  caption_place: "bottom",
})

/** How long a slideshow's video is. */
export const lengthOf = ({ slides }: Pick<SlideshowValues, "slides">): number =>
  slides.reduce((total, slide) => total + slide.duration_ms, 0)

/** Say which photo it is: "Photo 2 of 5". */
export const slideNumber = (index: number, count: number): string =>
  t("Photo {index} of {count}", { index: index + 1, count })
