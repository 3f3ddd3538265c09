"use client"

import { useEffect, useRef } from "react"

const FRAMES = 8
const HEIGHT = 96

/** Small pictures of a clip in equal distances, drawn here in the browser: where in the clip a moment is. */
export function Filmstrip({ url, durationMs }: { url: string; durationMs: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const stop = new AbortController()
    void draw(element, url, durationMs / 1_000, stop.signal)
    return () => stop.abort()
  }, [url, durationMs])
  return <canvas ref={canvas} aria-hidden className="h-12 w-full rounded-inner bg-screen" />
}

async function draw(canvas: HTMLCanvasElement, url: string, seconds: number, signal: AbortSignal) {
  const pen = canvas.getContext?.("2d")
  if (!pen) return
  const clip = document.createElement("video")
  Object.assign(clip, { muted: true, preload: "auto", playsInline: true, src: url })
  signal.addEventListener("abort", () => clip.removeAttribute("src"))
  if (!(await heard(clip, "loadeddata", signal))) return
  canvas.height = HEIGHT
  canvas.width = Math.round((HEIGHT * canvas.clientWidth) / Math.max(canvas.clientHeight, 1))
  const width = canvas.width / FRAMES
  for (let index = 0; index < FRAMES; index += 1) {
    clip.currentTime = ((index + 0.5) * seconds) / FRAMES
    if (!(await heard(clip, "seeked", signal))) return
    // Filled and cut at the sides, or above and below, as a picture in a frame.
    const scale = Math.max(width / clip.videoWidth, HEIGHT / clip.videoHeight)
    const [cutX, cutY] = [width / scale, HEIGHT / scale]
    const [x, y] = [(clip.videoWidth - cutX) / 2, (clip.videoHeight - cutY) / 2]
    pen.drawImage(clip, x, y, cutX, cutY, index * width, 0, width, HEIGHT)
  }
  clip.removeAttribute("src")
}

/** Wait for something to happen to a clip; false when it failed, or is no longer wanted. */
function heard(clip: HTMLVideoElement, event: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false)
    clip.addEventListener(event, () => resolve(true), { once: true })
    clip.addEventListener("error", () => resolve(false), { once: true })
    signal.addEventListener("abort", () => resolve(false), { once: true })
  })
}
