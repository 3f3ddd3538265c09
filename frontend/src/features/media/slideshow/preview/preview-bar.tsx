import { Pause, Play, Volume2, VolumeX } from "lucide-react"
import type { KeyboardEvent } from "react"
import { clock } from "@/lib/dates"
import { decimals } from "@/lib/decimals"
import { t } from "@/lib/i18n"
import { FPS } from "./timeline"
import type { Player } from "./use-player"

const STEP_MS = 100
const FAR_MS = 1_000
const FAR: Record<string, number> = {
  ArrowRight: FAR_MS,
  ArrowUp: FAR_MS,
  ArrowLeft: -FAR_MS,
  ArrowDown: -FAR_MS,
}

type PreviewBarProps = {
  player: Player
  frames: number
  isMuted: boolean
  /** Absent where there is nothing to hear. */
  onMute: (() => void) | undefined
}

const tool = "grid size-8 place-items-center rounded-full hover:bg-on-screen/20"

/** Play, seek, and what time it is. Arrows go a tenth of a second, with Shift a whole one. */
export function PreviewBar({ player, frames, isMuted, onMute }: PreviewBarProps) {
  const { frame, isPlaying, seek } = player
  const ms = Math.round((frame * 1_000) / FPS)
  const lastMs = Math.floor(((frames - 1) * 1_000) / FPS / STEP_MS) * STEP_MS
  const whole = (frames * 1_000) / FPS
  const go = (next: number) => seek(Math.round((Math.min(Math.max(next, 0), lastMs) * FPS) / 1_000))

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.shiftKey ? FAR[event.key] : undefined
    if (step === undefined) return
    event.preventDefault()
    go(ms + step)
  }

  return (
    <div className="absolute inset-x-0 bottom-0 grid bg-screen/70 px-3 pt-1 pb-1.5">
      <input
        type="range"
        min={0}
        max={lastMs}
        step={STEP_MS}
        value={Math.min(ms, lastMs)}
        aria-label={t("Moment of the preview")}
        aria-valuetext={t("{past} of {whole} seconds", {
          past: decimals(ms / 1_000),
          whole: decimals(whole / 1_000),
        })}
        className="h-5 w-full accent-on-screen"
        onChange={({ target }) => go(Number(target.value))}
        onKeyDown={onKeyDown}
      />
      <div className="flex items-center gap-1 text-12">
        <button
          type="button"
          className={tool}
          aria-label={isPlaying ? t("Pause the preview") : t("Play the preview")}
          onClick={isPlaying ? player.pause : player.play}
        >
          {isPlaying ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />}
        </button>
        <span className="tabular flex-1">
          {clock(Math.floor(ms / 1_000) * 1_000)} / {clock(whole)}
        </span>
        {onMute ? (
          <button
            type="button"
            className={tool}
            aria-label={t("Music in the preview")}
            aria-pressed={!isMuted}
            onClick={onMute}
          >
            {isMuted ? (
              <VolumeX aria-hidden className="size-4" />
            ) : (
              <Volume2 aria-hidden className="size-4" />
            )}
          </button>
        ) : null}
      </div>
    </div>
  )
}
