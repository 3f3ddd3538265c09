/**
 * Where a photo is on its canvas, and what a moving one lets see: the renderer's own rules (backend/video/slideshow/canvas.py and
 * moving.py), again. In the video's pixels. Pure; its tests hold it to figures that the renderer gave.
 */

import type { Slide, SlideshowValues } from "@/lib/slideshow"
import { type Layer, roundEven } from "./timeline"

export type Size = { width: number; height: number }
export type Box = Size & { left: number; top: number }
type Placed = Pick<Slide, "fit" | "focus_x" | "focus_y">
type Moved = Pick<Slide, "motion" | "focus_x" | "focus_y">

/** From the whole canvas to this much nearer. */
export const ZOOM = 1.2
const BLUR_SCALE = 8
// The blurred copy is a little larger than the canvas, so that no dark edge shows.
const BEYOND_EDGE = 1.01

export const SIZES: Record<SlideshowValues["format"], Size> = {
  "9:16": { width: 1080, height: 1920 },
  "1:1": { width: 1080, height: 1080 },
  "16:9": { width: 1920, height: 1080 },
}

/** A slide that moves is painted larger, and seen through a window as large as the canvas. */
export function baseOf(canvas: Size, motion: Slide["motion"]): Size {
  if (motion === "none") return canvas
  return { width: roundEven(canvas.width * ZOOM), height: roundEven(canvas.height * ZOOM) }
}

/** Return where a photo goes, in even pixels; what lies outside the canvas is cut off. */
export function placePhoto(photo: Size, { fit, focus_x, focus_y }: Placed, canvas: Size): Box {
  const ratios = [canvas.width / photo.width, canvas.height / photo.height] as const
  const scale = fit === "crop" ? Math.max(...ratios) : Math.min(...ratios)
  const across = Math.max(2, even(roundEven(photo.width * scale)))
  const down = Math.max(2, even(roundEven(photo.height * scale)))
  if (fit !== "crop") {
    const left = even(Math.floor((canvas.width - across) / 2))
    return { width: across, height: down, left, top: even(Math.floor((canvas.height - down) / 2)) }
  }
  const width = Math.max(across, canvas.width)
  const height = Math.max(down, canvas.height)
  const left = -cut(width, canvas.width, focus_x)
  return { width, height, left, top: -cut(height, canvas.height, focus_y) }
}

/** How much goes before the kept part, with the focus in its middle as far as there is something to keep. */
function cut(length: number, kept: number, focus: number): number {
  return even(roundEven(Math.min(Math.max(focus * length - kept / 2, 0), length - kept)))
}

/** What is seen of a moving slide: how near, 1 to ZOOM; how much of what is out of sight is on the left, and above, 0 to 1. */
export function windowOf({ motion, focus_x, focus_y }: Moved, { at, of }: Pick<Layer, "at" | "of">) {
  const done = at / Math.max(1, of - 1)
  const zooms: Partial<Record<Slide["motion"], number>> = {
    zoom_in: 1 + (ZOOM - 1) * done,
    zoom_out: ZOOM - (ZOOM - 1) * done,
  }
  return {
    zoom: zooms[motion] ?? ZOOM,
    left: motion === "left" ? 1 - done : motion === "right" ? done : focus_x,
    above: motion === "up" ? 1 - done : motion === "down" ? done : focus_y,
  }
}

/** Return the part of a moving slide's base that fills the canvas at one of its pictures. */
export function viewOf(slide: Moved, layer: Pick<Layer, "at" | "of">, canvas: Size): Box {
  const base = baseOf(canvas, slide.motion)
  const { zoom, left, above } = windowOf(slide, layer)
  const step = ZOOM / zoom
  // From pixel's middle to pixel's middle, as the renderer takes it.
  const first = (share: number, whole: number, seen: number) =>
    clamp(share * (whole - 1 - step * (seen - 1)) + (1 - step) / 2, 0, whole - step * seen)
  return {
    width: step * canvas.width,
    height: step * canvas.height,
    left: first(left, base.width, canvas.width),
    top: first(above, base.height, canvas.height),
  }
}

/** The blurred copy behind a photo: its size before it is scaled by `scale`, and where the whole photo is on it. */
export function blurOf(photo: Size, canvas: Size): Size & { scale: number; photo: Box } {
  const scale =
    (Math.max(canvas.width / photo.width, canvas.height / photo.height) / BLUR_SCALE) * BEYOND_EDGE
  const across = Math.round(photo.width * scale)
  const down = Math.round(photo.height * scale)
  const width = Math.ceil(canvas.width / BLUR_SCALE)
  const height = Math.ceil(canvas.height / BLUR_SCALE)
  const left = -Math.floor((across - width) / 2)
  const top = -Math.floor((down - height) / 2)
  return { width, height, scale: BLUR_SCALE, photo: { width: across, height: down, left, top } }
}

/**
 * Return what the focus keeps, in shares of what is shown to choose it on: the photo where it is cut, else the canvas.
 * The second frame is within the first: what is seen at the nearest, or while the view wanders.
 */
export function keptFrames(slide: Placed & Moved, photo: Size, canvas: Size): Box[] {
  const near = nearest(slide)
  if (slide.fit !== "crop") return near ? [near] : []
  const box = placePhoto(photo, slide, canvas)
  const kept = {
    left: -box.left / box.width,
    top: -box.top / box.height,
    width: canvas.width / box.width,
    height: canvas.height / box.height,
  }
  if (!near) return [kept]
  const within = {
    left: kept.left + near.left * kept.width,
    top: kept.top + near.top * kept.height,
    width: near.width * kept.width,
    height: near.height * kept.height,
  }
  return [kept, within]
}

function nearest({ motion, focus_x, focus_y }: Moved): Box | null {
  if (motion === "none") return null
  const side = 1 / ZOOM
  const isAcross = motion === "left" || motion === "right"
  const isDown = motion === "up" || motion === "down"
  return {
    left: isAcross ? 0 : focus_x * (1 - side),
    top: isDown ? 0 : focus_y * (1 - side),
    width: isAcross ? 1 : side,
    height: isDown ? 1 : side,
  }
}

const even = (value: number) => value & ~1
const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
