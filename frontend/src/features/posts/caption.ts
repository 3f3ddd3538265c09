export const MOST_CAPTION_UNITS = 2_200

/** Count as TikTok does: UTF-16 units, which is what a JavaScript string is made of. An emoji counts two or more. */
export function countUnits(caption: string): number {
  return caption.length
}
