"use client"

import { useQuery } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { mediaQueries } from "@/features/media/api/media-queries"
import { mediaUrl } from "@/lib/api-client"
import type { SlideshowValues } from "@/lib/slideshow"
import { heardOf, volumeAt } from "./music"

const APART_S = 0.2 // more than this from where it should be, and it is put there

type PreviewMusicProps = {
  music: NonNullable<SlideshowValues["music"]>
  /** Where the preview is, and how long it is. */
  ms: number
  showMs: number
  isPlaying: boolean
  isMuted: boolean
}

/** The music beside the preview: it keeps to the pictures, and fades as it does in the video. Its loudness is its own. */
export function PreviewMusic({ music, ms, showMs, isPlaying, isMuted }: PreviewMusicProps) {
  const sound = useRef<HTMLAudioElement>(null)
  const asset = useQuery(mediaQueries.detail(music.media_id)).data
  const heardMs = heardOf(music, asset?.duration_ms ?? null, showMs)
  const isHeard = isPlaying && ms < heardMs
  const wanted = ((music.start_ms || 0) + ms) / 1_000

  useEffect(() => {
    const element = sound.current
    if (!element) return
    element.volume = volumeAt(ms, music, heardMs)
    if (isHeard && Math.abs(element.currentTime - wanted) > APART_S) element.currentTime = wanted
  }, [ms, music, heardMs, wanted, isHeard])

  useEffect(() => {
    const element = sound.current
    if (!element || !isHeard) return
    element.play().catch(() => undefined) // a format this browser does not play: the video has it all the same
    return () => element.pause()
  }, [isHeard])

  if (!asset || asset.rejection) return null
  return <audio ref={sound} src={mediaUrl(asset.file_url)} preload="metadata" muted={isMuted} />
}
