import { useCallback, useEffect, useRef, useState } from "react"
import { FPS } from "./timeline"

export type Player = {
  /** The picture that is shown, from 0. */
  frame: number
  isPlaying: boolean
  play: () => void
  pause: () => void
  seek: (frame: number) => void
}

/** Plays so many pictures at their pace, and stands at the last one; whoever plays them once more begins anew. */
export function usePlayer(frames: number): Player {
  const [frame, setFrame] = useState(0)
  const [isPlaying, setPlaying] = useState(false)
  const last = Math.max(0, frames - 1)
  /** The moment at which picture 0 would have been shown. */
  const began = useRef(0)
  const shown = Math.min(frame, last)
  const seek = useCallback((next: number) => {
    began.current = performance.now() - (next * 1_000) / FPS
    setFrame(next)
  }, [])

  useEffect(() => {
    if (!isPlaying) return
    let request = requestAnimationFrame(function step() {
      const next = Math.floor(((performance.now() - began.current) * FPS) / 1_000)
      setFrame(Math.min(Math.max(0, next), last))
      if (next >= last) setPlaying(false)
      else request = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(request)
  }, [isPlaying, last])

  return {
    frame: shown,
    isPlaying,
    seek,
    play: () => {
      seek(shown >= last ? 0 : shown)
      setPlaying(true)
    },
    pause: () => setPlaying(false),
  }
}
