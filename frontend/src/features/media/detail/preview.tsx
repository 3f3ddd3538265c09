"use client"

import { useRef, useState } from "react"
import type { MediaAsset } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import { clock } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { Thumbnail } from "../components/thumbnail"
import { Frame } from "../library/filmstrip"

const box = "max-h-[50dvh] w-full rounded-outer border border-line bg-screen"

/** The file itself: a clip that plays, a picture as it is, music that sounds. Nothing of it is loaded before it is asked for. */
export function Preview({ file }: { file: MediaAsset }) {
  if (file.status !== "ready")
    return <Thumbnail asset={file} className="aspect-video w-full border border-line" />
  if (file.kind === "video") return <Clip file={file} />
  if (file.kind === "audio") {
    return (
      // biome-ignore lint/a11y/useMediaCaption: it is the person's own music.
      <audio src={mediaUrl(file.file_url)} controls preload="none" className="w-full" />
    )
  }
  return (
    // biome-ignore lint/performance/noImgElement: the person's own picture, from our own route.
    <img src={mediaUrl(file.file_url)} alt={file.file_name} className={`${box} object-contain`} />
  )
}

function Clip({ file }: { file: MediaAsset }) {
  const video = useRef<HTMLVideoElement>(null)
  const [frame, setFrame] = useState<number | null>(null)
  const strip = file.filmstrip
  const length = file.duration_ms ?? 0
  const at = (index: number) => (strip ? ((index + 0.5) / strip.frames) * length : 0)
  return (
    <div className="grid gap-1">
      <div className="relative overflow-hidden">
        {/* biome-ignore lint/a11y/useMediaCaption: it is the person's own clip; TikTok makes its captions itself. */}
        <video
          ref={video}
          src={mediaUrl(file.file_url)}
          poster={file.thumbnail_url ? mediaUrl(file.thumbnail_url) : undefined}
          controls
          playsInline
          preload="none"
          className={`${box} aspect-video`}
          onPlay={() => setFrame(null)}
          onSeeked={() => setFrame(null)}
        />
        {strip && frame !== null ? <Frame strip={strip} frame={frame} fit="contain" /> : null}
      </div>
      {strip ? (
        <label className="flex items-center gap-2 text-12 text-muted">
          {t("Look through")}
          <input
            type="range"
            min={0}
            max={strip.frames - 1}
            value={frame ?? 0}
            aria-valuetext={clock(at(frame ?? 0))}
            className="min-w-0 flex-1 accent-accent"
            onChange={({ target }) => {
              const next = Number(target.value)
              setFrame(next)
              // Once it was played it is loaded, and can show the very picture.
              if (video.current && video.current.readyState > 0) video.current.currentTime = at(next) / 1000
            }}
          />
          <span className="tabular">{clock(at(frame ?? 0))}</span>
        </label>
      ) : null}
    </div>
  )
}
