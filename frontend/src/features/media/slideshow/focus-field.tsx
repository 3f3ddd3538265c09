"use client"

import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef } from "react"
import type { MediaAsset } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import type { Slide, SlideshowValues } from "@/lib/slideshow"
import { baseOf, keptFrames, SIZES } from "./preview/geometry"
import { paintBase } from "./preview/painter"
import { usePictures } from "./preview/use-pictures"

const TALLEST_REM = 12
const STEP = 0.01
const FAR = 0.1
const STAGE_PIXELS = 400
const ACROSS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }
const DOWN: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 }

type FocusFieldProps = {
  slide: Slide
  asset: MediaAsset
  format: SlideshowValues["format"]
  onChange: (focus: Pick<Slide, "focus_x" | "focus_y">) => void
}

/**
 * The photo with the point that is kept, to be moved by pointer or arrow keys, and what stays in sight. Where the photo is cut, the
 * point lies on the photo; else on the canvas it stands on, for it says where a zoom goes.
 */
export function FocusField({ slide, asset, format, onChange }: FocusFieldProps) {
  const stage = useRef<HTMLDivElement>(null)
  const hint = useId()
  const { pictures } = usePictures([slide.media_id])
  const picture = pictures.get(slide.media_id)
  const canvas = SIZES[format]
  const photo = { width: asset.width ?? canvas.width, height: asset.height ?? canvas.height }
  const shown = slide.fit === "crop" ? photo : canvas
  const ratio = shown.width / shown.height

  function point({ clientX, clientY }: PointerEvent): void {
    const box = stage.current?.getBoundingClientRect()
    if (!box?.width || !box.height) return
    onChange({
      focus_x: share((clientX - box.left) / box.width),
      focus_y: share((clientY - box.top) / box.height),
    })
  }

  function onKeyDown(event: KeyboardEvent): void {
    const across = ACROSS[event.key]
    const down = DOWN[event.key]
    if (across === undefined && down === undefined) return
    event.preventDefault()
    const step = event.shiftKey ? FAR : STEP
    onChange({
      focus_x: share(slide.focus_x + (across ?? 0) * step),
      focus_y: share(slide.focus_y + (down ?? 0) * step),
    })
  }

  return (
    <div className="grid justify-items-center gap-1">
      <div
        ref={stage}
        className="relative cursor-crosshair touch-none select-none overflow-hidden rounded-inner bg-screen"
        style={{ aspectRatio: ratio, width: `min(100%, ${TALLEST_REM * ratio}rem)` }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          point(event)
        }}
        onPointerMove={(event) => {
          if (event.buttons & 1) point(event)
        }}
      >
        <Stage slide={slide} picture={picture} size={shown} />
        {keptFrames(slide, photo, canvas).map((frame, index) => (
          <span
            // The second lies within the first.
            key={index === 0 ? "kept" : "nearest"}
            aria-hidden
            className={
              index === 0
                ? "pointer-events-none absolute border border-on-screen outline-[999px] outline-screen/60"
                : "pointer-events-none absolute border border-on-screen border-dashed"
            }
            style={{
              left: percent(frame.left),
              top: percent(frame.top),
              width: percent(frame.width),
              height: percent(frame.height),
            }}
          />
        ))}
        <span
          role="slider"
          tabIndex={0}
          aria-label={t("Focus point of {name}", { name: asset.file_name })}
          aria-describedby={hint}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(slide.focus_x * 100)}
          aria-valuetext={t("{across} from the left, {down} from the top", {
            across: whole(slide.focus_x),
            down: whole(slide.focus_y),
          })}
          onKeyDown={onKeyDown}
          className="absolute size-5 -translate-1/2 rounded-full border-2 border-on-screen bg-accent/80 outline-offset-1"
          style={{ left: percent(slide.focus_x), top: percent(slide.focus_y) }}
        />
      </div>
      <p id={hint} className="text-12 text-muted">
        {t("Point at what is to stay in sight.")}{" "}
        <span className="hidden tablet:inline">{t("Arrow keys go 1 %, with Shift 10 %.")}</span>
      </p>
    </div>
  )
}

type StageProps = {
  slide: Slide
  picture: Parameters<typeof paintBase>[1] | undefined
  size: { width: number; height: number }
}

/** The whole photo where it is cut; else the photo on its canvas. */
function Stage({ slide, picture, size }: StageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const isCut = slide.fit === "crop"
  const { fit, colour, motion } = slide
  const { width, height } = size
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the slide, this alone changes the canvas.
  useEffect(() => {
    const pen = isCut ? null : canvas.current?.getContext("2d")
    if (!pen || !picture) return
    const base = baseOf({ width, height }, motion)
    const painted = paintBase(slide, picture, base, pen.canvas.width / base.width)
    pen.drawImage(painted, 0, 0, pen.canvas.width, pen.canvas.height)
  }, [picture, isCut, fit, colour, motion, width, height])
  const box = "pointer-events-none absolute inset-0 size-full"
  if (isCut) {
    // biome-ignore lint/performance/noImgElement: a picture from our own route.
    return picture ? <img src={picture.image.src} alt="" draggable={false} className={box} /> : null
  }
  const scale = STAGE_PIXELS / Math.max(width, height)
  return (
    <canvas
      ref={canvas}
      aria-hidden
      width={Math.round(width * scale)}
      height={Math.round(height * scale)}
      className={box}
    />
  )
}

const share = (value: number) => Math.round(Math.min(Math.max(value, 0), 1) * 1_000) / 1_000
const percent = (part: number) => `${part * 100}%`
const whole = (part: number) => `${Math.round(part * 100)} %`
