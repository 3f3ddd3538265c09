/**
 * How a photo's text is wrapped and where it stands: the renderer's own rules (backend/video/slideshow/caption.py), again. In the
 * video's pixels. Pure; its tests hold it to figures that the renderer gave.
 */

import type { Slide, SlideshowValues } from "@/lib/slideshow"
import { SIZES } from "./geometry"

/** How wide a sign is in letters of a size. */
export type Measure = (sign: string, size: number) => number
/** `middles`: the height of each line's middle; `outline`: how far the dark edge reaches. */
export type SetText = {
  size: number
  outline: number
  lines: string[]
  centre: number
  middles: number[]
  left: number
  top: number
  width: number
  height: number
}

const LETTERS = [72, 64, 56, 48, 42] as const
const MOST_LINES = 4
const LINE_HEIGHT = 1.22
const OUTLINE = 0.09
// TikTok's own buttons stand on the right, its caption at the foot, its tabs at the head of a tall video.
const MARGINS = {
  "9:16": { left: 90, top: 190, right: 150, bottom: 480 },
  "1:1": { left: 70, top: 70, right: 70, bottom: 90 },
  "16:9": { left: 120, top: 80, right: 120, bottom: 100 },
} as const

/** Return a text in the largest letters that leave room for it. */
export function setText(
  said: string,
  where: Slide["caption_place"],
  format: SlideshowValues["format"],
  measure: Measure,
): SetText {
  const canvas = SIZES[format]
  const free = MARGINS[format]
  const room = canvas.width - free.left - free.right
  const { size, lines } = sizeFor(said, room, measure)
  const outline = outlineOf(size)
  const step = Math.round(size * LINE_HEIGHT)
  const widest = Math.max(...lines.map((line) => Math.floor(lengthOf(line, size, measure))))
  const width = even(widest + 4 * outline + 3)
  const height = even(step * lines.length + 4 * outline + 3)
  const left = Math.max(0, even(free.left + Math.floor((room - width) / 2)))
  const tops = {
    top: free.top,
    middle: Math.floor((canvas.height - height) / 2),
    bottom: canvas.height - free.bottom - height,
  }
  const top = even(tops[where])
  const middles = lines.map((_, index) => top + outline * 2 + step * index + Math.floor(step / 2))
  return { size, outline, lines, centre: left + width / 2, middles, left, top, width, height }
}

function sizeFor(said: string, room: number, measure: Measure): { size: number; lines: string[] } {
  let last = { size: 0, lines: [""] }
  for (const size of LETTERS) {
    last = { size, lines: wrap(said, size, room - 2 * outlineOf(size), measure) }
    if (last.lines.length <= MOST_LINES) break
  }
  return last
}

function wrap(said: string, size: number, room: number, measure: Measure): string[] {
  const lines: string[] = []
  for (const paragraph of said.split("\n")) {
    let line = ""
    for (const piece of paragraph.split(/\s+/).flatMap((word) => pieces(word, size, room, measure))) {
      const longer = `${line} ${piece}`.trim()
      if (line && lengthOf(longer, size, measure) > room) {
        lines.push(line)
        line = piece
      } else line = longer
    }
    if (line) lines.push(line)
  }
  return lines.length > 0 ? lines : [""]
}

/** Cut a word that is wider than the room. */
function pieces(word: string, size: number, room: number, measure: Measure): string[] {
  const found: string[] = []
  let piece = ""
  for (const sign of word) {
    if (piece && lengthOf(piece + sign, size, measure) > room) {
      found.push(piece)
      piece = ""
    }
    piece += sign
  }
  return [...found, piece].filter(Boolean)
}

function lengthOf(text: string, size: number, measure: Measure): number {
  return [...text].reduce((sum, sign) => sum + measure(sign, size), 0)
}

const outlineOf = (size: number) => Math.max(2, Math.round(size * OUTLINE))
const even = (value: number) => value & ~1
