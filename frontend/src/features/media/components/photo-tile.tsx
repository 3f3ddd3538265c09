"use client"

import { ArrowLeft, ArrowRight, Star, X } from "lucide-react"
import type { MediaAsset } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { t } from "@/lib/i18n"
import { Thumbnail } from "./thumbnail"

type PhotoTileProps = {
  place: number
  count: number
  asset: MediaAsset | undefined
  isCover: boolean
  isDragged: boolean
  onDragStart: () => void
  onDragOver: () => void
  onDragEnd: () => void
  onMove: (step: -1 | 1) => void
  onCover: () => void
  onRemove: () => void
}

const tool =
  "grid size-7 place-items-center rounded-inner text-muted hover:bg-tint hover:text-ink disabled:text-faint"

/** One photo of a post: dragged to its place, or moved by its buttons. */
export function PhotoTile(props: PhotoTileProps) {
  const { place, count, asset, isCover, isDragged, onMove } = props
  const name = asset?.file_name ?? t("photo")
  return (
    <li
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move"
        props.onDragStart()
      }}
      onDragOver={(event) => {
        event.preventDefault()
        props.onDragOver()
      }}
      onDrop={(event) => event.preventDefault()}
      onDragEnd={props.onDragEnd}
      className={cn(
        "grid cursor-grab gap-1 rounded-outer border bg-raised p-1",
        isCover ? "border-accent" : "border-line",
        isDragged && "opacity-50",
      )}
    >
      <div className="relative">
        {asset ? (
          <Thumbnail asset={asset} className="aspect-square w-full" />
        ) : (
          <div className="aspect-square" />
        )}
        <span className="tabular absolute top-1 left-1 rounded-inner bg-screen/70 px-1.5 text-12 text-on-screen">
          {place + 1}
          {isCover ? ` · ${t("Cover")}` : ""}
        </span>
      </div>
      {asset?.status === "checking" ? (
        <p className="px-1 text-12 text-muted">{t("Making it ready…")}</p>
      ) : null}
      {asset?.rejection ? (
        <p role="alert" className="px-1 text-12 text-failed">
          {asset.rejection.message}
        </p>
      ) : null}
      <div className="flex justify-between">
        <button
          type="button"
          className={tool}
          aria-label={t("Move {name} forward, from place {place}", { name, place: place + 1 })}
          disabled={place === 0}
          onClick={() => onMove(-1)}
        >
          <ArrowLeft aria-hidden className="size-4" />
        </button>
        <button
          type="button"
          className={cn(tool, isCover && "text-accent")}
          aria-label={t("Make {name} the cover", { name })}
          aria-pressed={isCover}
          onClick={props.onCover}
        >
          <Star aria-hidden className="size-4" fill={isCover ? "currentColor" : "none"} />
        </button>
        <button
          type="button"
          className={tool}
          aria-label={t("Take {name} out", { name })}
          onClick={props.onRemove}
        >
          <X aria-hidden className="size-4" />
        </button>
        <button
          type="button"
          className={tool}
          aria-label={t("Move {name} back, from place {place}", { name, place: place + 1 })}
          disabled={place === count - 1}
          onClick={() => onMove(1)}
        >
          <ArrowRight aria-hidden className="size-4" />
        </button>
      </div>
    </li>
  )
}
