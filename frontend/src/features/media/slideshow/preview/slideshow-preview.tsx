"use client"

// The letters of the video's own texts.
import "@fontsource/noto-sans/700.css"
import { useEffect, useMemo, useRef, useState } from "react"
import { t } from "@/lib/i18n"
import { type SlideshowValues, slideNumber } from "@/lib/slideshow"
import { SIZES } from "./geometry"
import { makePainter } from "./painter"
import { PreviewBar } from "./preview-bar"
import { PreviewMusic } from "./preview-music"
import { aloneOf, asTimed, changedSlide, FPS, type Mix, mixAt, slideAt, timelineOf } from "./timeline"
import { useLetters, usePictures } from "./use-pictures"
import { usePlayer } from "./use-player"

const FRAME_WIDTH = 200 // the phone frame's
const SHARPEST = 2

/**
 * A slideshow as its video will be, before there is one: drawn here picture by picture, by the renderer's rules. It fills the frame
 * around it, and plays when somebody asks for it, never by itself.
 */
export function SlideshowPreview({ value }: { value: SlideshowValues }) {
  const said = JSON.stringify(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form hands out the same choice as new objects.
  const show = useMemo(() => asTimed(value), [said])
  const timeline = useMemo(() => timelineOf(show), [show])
  const player = usePlayer(timeline.frames)
  const [isMuted, setMuted] = useState(false)
  const { frame, isPlaying, seek } = player
  const shown = slideAt(timeline, frame)
  const mix = useMemo(() => mixAt(timeline, frame), [timeline, frame])

  const before = useRef(show.slides)
  useEffect(() => {
    const changed = changedSlide(before.current, show.slides)
    before.current = show.slides
    if (changed === null || isPlaying) return
    const [first, end] = aloneOf(timeline, changed)
    if (frame < first || frame >= end) seek(Math.floor((first + end) / 2))
  }, [show, timeline, frame, isPlaying, seek])

  const slide = show.slides[shown]
  if (!slide) return <span className="px-6 text-center text-12">{t("The photos appear here")}</span>
  const showMs = (timeline.frames * 1_000) / FPS
  const ms = (frame * 1_000) / FPS
  return (
    <>
      <Screen show={show} mix={mix} label={slideNumber(shown, show.slides.length)} />
      {show.music ? (
        <PreviewMusic music={show.music} ms={ms} showMs={showMs} isPlaying={isPlaying} isMuted={isMuted} />
      ) : null}
      <PreviewBar
        player={player}
        frames={timeline.frames}
        isMuted={isMuted}
        onMute={show.music ? () => setMuted(!isMuted) : undefined}
      />
    </>
  )
}

function Screen({ show, mix, label }: { show: SlideshowValues; mix: Mix; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [paint] = useState(makePainter)
  const letters = useLetters(show.slides)
  const { pictures, isWaiting } = usePictures(show.slides.map(({ media_id }) => media_id))
  const size = SIZES[show.format]
  const scale = (Math.min(Math.max(window.devicePixelRatio || 1, 1), SHARPEST) * FRAME_WIDTH) / size.width
  const isHere = pictures.has(show.slides[mix.top.slide]?.media_id ?? "") || mix.top.slide < 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: letters that arrive change what is drawn.
  useEffect(() => {
    const pen = canvas.current?.getContext("2d")
    if (pen) paint(pen, { show, pictures, scale }, mix)
  }, [paint, show, pictures, scale, mix, letters])

  return (
    <>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        width={Math.round(size.width * scale)}
        height={Math.round(size.height * scale)}
        className="absolute inset-0 size-full object-contain"
      />
      {isWaiting && !isHere ? (
        <span className="relative px-6 text-center text-12">{t("Loading the photo…")}</span>
      ) : null}
    </>
  )
}
