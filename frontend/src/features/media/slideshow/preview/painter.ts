/** Draws what a picture of the video shows, on a canvas of any size; `scale` is that canvas's pixels to one of the video's. */

import type { Slide, SlideshowValues } from "@/lib/slideshow"
import { soften } from "./blur"
import { setText } from "./caption"
import { type Box, baseOf, blurOf, placePhoto, SIZES, type Size, viewOf } from "./geometry"
import { BLACK, FULL_WEIGHT, type Layer, type Mix } from "./timeline"

type Pen = CanvasRenderingContext2D
/** A photo as far as it is loaded; `width` and `height` are the original's. */
export type Picture = Size & { image: HTMLImageElement }
export type Scene = {
  show: SlideshowValues
  /** By media id. */
  pictures: ReadonlyMap<string, Picture>
  scale: number
}

export const CAPTION_FONT = '"Noto Sans", sans-serif'
// From the line's middle down to where its letters stand, of their size: half of what they rise less half of what they hang.
const DROP = (1.069 - 0.293) / 2

/** Return what draws pictures of the video; photos on their canvases are kept between them. */
export function makePainter() {
  const bases = new Map<string, HTMLCanvasElement>()
  const veil = document.createElement("canvas")

  function baseFor(slide: Slide, scene: Scene): HTMLCanvasElement | null {
    const picture = scene.pictures.get(slide.media_id)
    if (!picture) return null
    const key = keyOf(slide, scene, picture)
    const kept = bases.get(key)
    if (kept) {
      bases.delete(key)
      bases.set(key, kept) // the last used are the last to go
      return kept
    }
    const made = paintBase(slide, picture, baseOf(SIZES[scene.show.format], slide.motion), scene.scale)
    bases.set(key, made)
    // What was chosen a while ago goes first.
    for (const old of [...bases.keys()].slice(0, -2 * scene.show.slides.length)) bases.delete(old)
    return made
  }

  function paintLayer(pen: Pen, scene: Scene, layer: Layer): void {
    const { width, height } = pen.canvas
    pen.fillStyle = "black"
    pen.fillRect(0, 0, width, height)
    const slide = scene.show.slides[layer.slide]
    if (layer.slide === BLACK || !slide) return
    const base = baseFor(slide, scene)
    if (base) paintView(pen, base, slide, layer, scene)
    if (slide.caption.trim()) paintCaption(pen, slide, scene)
  }

  return function paint(pen: Pen, scene: Scene, { top, under, weight }: Mix): void {
    paintLayer(pen, scene, under ?? top)
    if (!under) return
    veil.width = pen.canvas.width
    veil.height = pen.canvas.height
    const second = veil.getContext("2d")
    if (!second) return
    paintLayer(second, scene, top)
    pen.globalAlpha = weight / FULL_WEIGHT
    pen.drawImage(veil, 0, 0)
    pen.globalAlpha = 1
  }
}

function keyOf(slide: Slide, { show, scale }: Scene, { image }: Picture): string {
  const { fit, colour, focus_x, focus_y, motion } = slide
  const focus = fit === "crop" ? [focus_x, focus_y] : []
  return JSON.stringify([image.src, fit, colour, motion === "none", show.format, scale, ...focus])
}

function canvasOf({ width, height }: Size): { canvas: HTMLCanvasElement; pen: Pen | null } {
  const canvas = document.createElement("canvas")
  canvas.width = Math.max(1, Math.round(width))
  canvas.height = Math.max(1, Math.round(height))
  const pen = canvas.getContext("2d", { willReadFrequently: false })
  if (pen) pen.imageSmoothingQuality = "high"
  return { canvas, pen }
}

/** Return a photo on its canvas, without its text. */
export function paintBase(slide: Slide, picture: Picture, size: Size, scale: number): HTMLCanvasElement {
  const { canvas, pen } = canvasOf({ width: size.width * scale, height: size.height * scale })
  if (!pen) return canvas
  pen.scale(canvas.width / size.width, canvas.height / size.height)
  // A photo one can see through stands on white, but on its colour where it has one.
  pen.fillStyle = slide.fit === "pad" ? slide.colour : "white"
  pen.fillRect(0, 0, size.width, size.height)
  if (slide.fit === "blur") paintBlur(pen, picture, size)
  drawIn(pen, picture.image, placePhoto(picture, slide, size))
  return canvas
}

function paintBlur(pen: Pen, picture: Picture, size: Size): void {
  const { scale, photo, ...small } = blurOf(picture, size)
  const { canvas, pen: soft } = canvasOf(small)
  if (!soft) return
  drawIn(soft, picture.image, photo)
  const pixels = soft.getImageData(0, 0, canvas.width, canvas.height)
  soften(pixels.data, canvas.width, canvas.height)
  soft.putImageData(pixels, 0, 0)
  drawIn(pen, canvas, { left: 0, top: 0, width: small.width * scale, height: small.height * scale })
}

function drawIn(pen: Pen, image: CanvasImageSource, { left, top, width, height }: Box): void {
  pen.drawImage(image, left, top, width, height)
}

function paintView(pen: Pen, base: HTMLCanvasElement, slide: Slide, layer: Layer, scene: Scene): void {
  const size = SIZES[scene.show.format]
  const { width, height } = pen.canvas
  if (slide.motion === "none") {
    pen.drawImage(base, 0, 0, width, height)
    return
  }
  const view = viewOf(slide, layer, size)
  const across = base.width / baseOf(size, slide.motion).width
  const down = base.height / baseOf(size, slide.motion).height
  const cut = [view.left * across, view.top * down, view.width * across, view.height * down] as const
  pen.drawImage(base, ...cut, 0, 0, width, height)
}

/** White letters with a dark edge, where the video has them; they stand still where the photo moves. */
function paintCaption(pen: Pen, slide: Slide, { show }: Scene): void {
  const size = SIZES[show.format]
  pen.save()
  pen.scale(pen.canvas.width / size.width, pen.canvas.height / size.height)
  pen.fontKerning = "none"
  const text = setText(slide.caption, slide.caption_place, show.format, (sign, letters) => {
    pen.font = `700 ${letters}px ${CAPTION_FONT}`
    return Math.round(pen.measureText(sign).width)
  })
  pen.font = `700 ${text.size}px ${CAPTION_FONT}`
  pen.textAlign = "center"
  pen.textBaseline = "alphabetic"
  pen.lineJoin = "round"
  pen.lineWidth = 2 * text.outline
  pen.strokeStyle = "black"
  pen.fillStyle = "white"
  for (const draw of ["strokeText", "fillText"] as const) {
    text.lines.forEach((line, index) => {
      pen[draw](line, text.centre, (text.middles[index] ?? 0) + DROP * text.size)
    })
  }
  pen.restore()
}
