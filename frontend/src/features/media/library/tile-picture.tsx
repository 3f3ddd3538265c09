"use client"

import dynamic from "next/dynamic"
import { type KeyboardEvent, type PointerEvent, useState } from "react"
import { AppLink } from "@/components/ui/app-link"
import type { MediaAsset } from "@/lib/api/types"
import { clock } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { Thumbnail } from "../components/thumbnail"
import { frameAt } from "./frame-at"

// Nothing of a filmstrip is fetched before somebody looks through it.
const Frame = dynamic(() => import("./filmstrip").then((module) => module.Frame), { ssr: false })

type TilePictureProps = { asset: MediaAsset; href: string; isOpen: boolean }

/** A file's picture, and the way to it. Of a video, moving over it or the arrow keys look through it. */
export function TilePicture({ asset, href, isOpen }: TilePictureProps) {
  const strip = asset.filmstrip
  const [frame, setFrame] = useState<number | null>(null)

  function move(event: PointerEvent<HTMLElement>) {
    if (!strip || event.pointerType === "touch") return // a finger scrolls
    const { left, width } = event.currentTarget.getBoundingClientRect()
    setFrame(frameAt(strip, (event.clientX - left) / width))
  }
  function step(event: KeyboardEvent) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!strip || !by) return
    event.preventDefault()
    setFrame((now) => (now === null ? 0 : Math.min(strip.frames - 1, Math.max(0, now + by))))
  }

  return (
    <AppLink
      href={href}
      aria-label={asset.file_name}
      aria-current={isOpen ? "true" : undefined}
      title={strip ? t("Left and right look through the video") : undefined}
      className="relative block overflow-hidden rounded-inner aria-[current]:outline-2 aria-[current]:outline-accent"
      onPointerMove={move}
      onPointerLeave={() => setFrame(null)}
      onKeyDown={step}
      onBlur={() => setFrame(null)}
    >
      <Thumbnail asset={asset} className="aspect-video w-full border border-line" />
      {strip && frame !== null ? (
        <>
          <Frame strip={strip} frame={frame} fit="cover" />
          <span className="tabular absolute right-1 bottom-1 rounded-inner bg-screen px-1 text-12 text-on-screen">
            {clock(((frame + 0.5) / strip.frames) * (asset.duration_ms ?? 0))}
          </span>
        </>
      ) : null}
    </AppLink>
  )
}
