export const MOST_CAPTION_UNITS = 2_200
export const MOST_PHOTO_CAPTION_UNITS = 4_000
export const MOST_TITLE_UNITS = 90
export const MOST_PHOTOS = 35
export const FEWEST_SLIDES = 2
export const MOST_SLIDES = 10

/** How long a caption may be: photos may say more. */
export const mostUnits = (kind: "video" | "photo" | "slideshow") =>
  kind === "photo" ? MOST_PHOTO_CAPTION_UNITS : MOST_CAPTION_UNITS

/** Count as TikTok does: UTF-16 units, which is what a JavaScript string is made of. An emoji counts two or more. */
export function countUnits(caption: string): number {
  return caption.length
}
