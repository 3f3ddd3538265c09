"use client"

import { useEffect, useRef } from "react"
import { t } from "@/lib/i18n"
import { momentWords } from "../cover"

/** The clip, standing at its cover until it is played. */
export function PreviewClip({ url, coverMs }: { url: string; coverMs: number }) {
  const clip = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (clip.current?.paused && clip.current.readyState > 0) clip.current.currentTime = coverMs / 1_000
  }, [coverMs])
  return (
    <video
      ref={clip}
      src={url}
      controls
      muted
      loop
      playsInline
      preload="metadata"
      className="absolute inset-0 size-full object-contain"
      onLoadedMetadata={({ currentTarget }) => {
        if (coverMs) currentTarget.currentTime = coverMs / 1_000
      }}
    />
  )
}

/** Says which picture stands for the video. */
export function CoverNote({ ms }: { ms: number }) {
  return (
    <p className="text-12 text-muted">
      {t("Its cover is the picture at {moment}", { moment: momentWords(ms) })}
    </p>
  )
}
