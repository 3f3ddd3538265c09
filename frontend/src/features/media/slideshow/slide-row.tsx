"use client"

import { ArrowDown, ArrowUp, ChevronDown, GripVertical, X } from "lucide-react"
import { type PointerEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Thumbnail } from "@/features/media/components/thumbnail"
import type { MediaAsset } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { t } from "@/lib/i18n"
import type { Slide, SlideshowValues } from "@/lib/slideshow"
import { SecondsInput } from "./seconds-input"
import { SlideLook } from "./slide-look"
import { FITS, MOTIONS } from "./words"

type SlideRowProps = {
  place: number
  count: number
  slide: Slide
  asset: MediaAsset | undefined
  format: SlideshowValues["format"]
  isDragged: boolean
  /** The handle was taken hold of. */
  onGrab: (event: PointerEvent) => void
  onMove: (step: -1 | 1) => void
  onChange: (change: Partial<Slide>) => void
  onRemove: () => void
}

const tool =
  "grid size-8 place-items-center rounded-inner text-muted hover:bg-tint hover:text-ink disabled:text-faint"

/** One photo of a slideshow: its place, how long it is seen, and behind a click everything else. */
export function SlideRow(props: SlideRowProps) {
  const { place, slide, asset, format, isDragged, onChange } = props
  const [isOpen, setIsOpen] = useState(false)
  const name = asset?.file_name ?? t("photo {place}", { place: place + 1 })
  return (
    <li
      className={cn(
        "@container grid gap-2 rounded-outer border border-line bg-raised p-2",
        isDragged && "opacity-50",
      )}
    >
      <div className="flex items-center gap-2">
        {/* Dragging is an extra: the arrows do the same by keyboard. */}
        <span
          onPointerDown={props.onGrab}
          className="grid h-16 cursor-grab touch-none place-items-center text-faint"
        >
          <GripVertical aria-hidden className="size-4" />
        </span>
        <span className="relative">
          {asset ? (
            <Thumbnail asset={asset} className="h-16 w-12" />
          ) : (
            <span className="block h-16 w-12 bg-tint" />
          )}
          <span className="tabular absolute top-0.5 left-0.5 rounded-inner bg-screen/70 px-1 text-12 text-on-screen">
            {place + 1}
          </span>
        </span>
        <div className="grid min-w-0 flex-1 gap-0.5">
          <div className="flex items-center">
            <span className="min-w-0 flex-1 truncate text-13" title={name}>
              {name}
            </span>
            <Tools {...props} name={name} />
          </div>
          {asset?.rejection ? (
            <span role="alert" className="text-12 text-failed">
              {asset.rejection.message}
            </span>
          ) : (
            <div className="flex items-center gap-1">
              <SecondsInput
                label={t("Seconds {name} is seen", { name })}
                milliseconds={slide.duration_ms}
                min={1}
                max={10}
                step={0.5}
                onChange={(duration_ms) => onChange({ duration_ms })}
              />
              <span className="grid min-w-0 justify-items-start">
                <Button
                  kind="quiet"
                  size="small"
                  className="min-w-0 max-w-full"
                  aria-expanded={isOpen}
                  aria-label={
                    isOpen ? t("Hide the look of {name}", { name }) : t("Show the look of {name}", { name })
                  }
                  onClick={() => setIsOpen(!isOpen)}
                >
                  <span className="truncate">{isOpen ? t("Less") : lookWords(slide)}</span>
                  <ChevronDown aria-hidden className={cn("size-3.5 shrink-0", isOpen && "rotate-180")} />
                </Button>
              </span>
            </div>
          )}
        </div>
      </div>
      {isOpen ? <SlideLook slide={slide} asset={asset} format={format} onChange={onChange} /> : null}
    </li>
  )
}

function Tools({ name, place, count, onMove, onRemove }: SlideRowProps & { name: string }) {
  return (
    <span className="flex shrink-0">
      <button
        type="button"
        className={tool}
        aria-label={t("Move {name} forward, from place {place}", { name, place: place + 1 })}
        disabled={place === 0}
        onClick={() => onMove(-1)}
      >
        <ArrowUp aria-hidden className="size-4" />
      </button>
      <button
        type="button"
        className={tool}
        aria-label={t("Move {name} back, from place {place}", { name, place: place + 1 })}
        disabled={place === count - 1}
        onClick={() => onMove(1)}
      >
        <ArrowDown aria-hidden className="size-4" />
      </button>
      <button type="button" className={tool} aria-label={t("Take {name} out", { name })} onClick={onRemove}>
        <X aria-hidden className="size-4" />
      </button>
    </span>
  )
}

/** Say in a word or two what was chosen for a photo. */
function lookWords({ fit, motion, caption }: Slide): string {
  const look = FITS.find(({ value }) => value === fit)
  const moves = MOTIONS.find(({ value }) => value === motion && value !== "none")
  const labels = [look && t(look.short), moves && t(moves.short), caption ? t("with text") : null]
  return labels.filter(Boolean).join(", ")
}
