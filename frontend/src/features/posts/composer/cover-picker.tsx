"use client"

import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { Notice } from "@/components/ui/notice"
import { decimals } from "@/lib/decimals"
import { t } from "@/lib/i18n"
import { COVER_STEP_MS, latestCover, momentWords } from "../cover"
import { Filmstrip } from "./filmstrip"

const FAR_MS = 1_000
const FORWARD = new Set(["ArrowRight", "ArrowUp"])
const BACK = new Set(["ArrowLeft", "ArrowDown"])

type CoverPickerProps = { url: string; durationMs: number; ms: number; onChange: (ms: number) => void }

/** The frame at a moment, and a slider over the clip: arrows go a tenth of a second, with Shift a whole one. */
export function CoverPicker({ url, durationMs, ms, onChange }: CoverPickerProps) {
  const frame = useRef<HTMLVideoElement>(null)
  const [isUnseen, setUnseen] = useState(false)
  const latest = latestCover(durationMs)
  useEffect(() => {
    if (frame.current && frame.current.readyState > 0) frame.current.currentTime = ms / 1_000
  }, [ms])

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.shiftKey) return
    const step = FORWARD.has(event.key) ? FAR_MS : BACK.has(event.key) ? -FAR_MS : 0
    if (step === 0) return
    event.preventDefault()
    onChange(Math.min(Math.max(ms + step, 0), latest))
  }

  return (
    <div className="grid gap-2 rounded-outer border border-line bg-raised p-3">
      {isUnseen ? (
        <Notice>
          {t(
            "This browser cannot show the clip. TikTok takes the picture at the chosen moment all the same.",
          )}
        </Notice>
      ) : (
        <>
          <video
            ref={frame}
            src={url}
            muted
            playsInline
            preload="auto"
            aria-label={t("The picture at {moment}", { moment: momentWords(ms) })}
            className="mx-auto h-48 max-w-full rounded-inner bg-screen"
            onLoadedMetadata={({ currentTarget }) => {
              currentTarget.currentTime = ms / 1_000
            }}
            onError={() => setUnseen(true)}
          />
          <Filmstrip url={url} durationMs={durationMs} />
        </>
      )}
      <label className="grid gap-1 text-13">
        <span className="flex justify-between gap-2">
          <span className="font-strong">{t("Moment of the cover")}</span>
          <span className="tabular text-12 text-muted">
            {t("{moment} of {length}", {
              moment: momentWords(ms),
              length: momentWords(durationMs),
            })}
          </span>
        </span>
        <input
          type="range"
          min={0}
          max={latest}
          step={COVER_STEP_MS}
          value={Math.min(ms, latest)}
          aria-valuetext={t("{number} seconds", { number: decimals(ms / 1_000) })}
          className="h-6 w-full accent-accent"
          onChange={({ target }) => onChange(Number(target.value))}
          onKeyDown={onKeyDown}
        />
      </label>
      <p className="hidden text-12 text-muted tablet:block">
        {t("Arrow keys go 0.1 seconds, with Shift 1 second.")}
      </p>
    </div>
  )
}
