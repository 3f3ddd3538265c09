"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useEffect, useId, useState } from "react"
import { Button } from "@/components/ui/button"
import { Field, Select } from "@/components/ui/field"
import { mediaQueries } from "@/features/media/api/media-queries"
import { UploadProgress } from "@/features/media/components/upload-progress"
import { forgetUpload, startUpload, useUploads } from "@/features/media/uploads"
import { clock } from "@/lib/dates"
import { m, t } from "@/lib/i18n"
import type { SlideshowValues } from "@/lib/slideshow"
import { SecondsInput } from "./seconds-input"
import { FORMATS, TRANSITIONS } from "./words"

const LibraryDialog = dynamic(
  () => import("@/features/media/components/library-dialog").then((module) => module.LibraryDialog),
  { ssr: false },
)

const SOUNDS = "audio/mpeg,audio/mp4,audio/wav,audio/ogg,audio/flac,.mp3,.m4a,.wav,.ogg,.flac"
const FADES = { start_ms: 0, fade_in_ms: 0, fade_out_ms: 1_000 }
const TIMES = [
  { name: "start_ms", label: m("from"), hint: m("Second of the piece at which it starts"), most: undefined },
  { name: "fade_in_ms", label: m("fade in"), hint: m("Seconds it takes to fade in"), most: 10 },
  { name: "fade_out_ms", label: m("out"), hint: m("Seconds it takes to fade out"), most: 10 },
] as const

type SlideshowSettingsProps = {
  purpose: string
  value: SlideshowValues
  onChange: (next: SlideshowValues) => void
}

/** What goes for the whole slideshow: its shape, how one photo becomes the next, and music. */
export function SlideshowSettings({ purpose, value, onChange }: SlideshowSettingsProps) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t("Shape")}>
        {(wiring) => (
          <Select
            {...wiring}
            value={value.format}
            onChange={(event) =>
              onChange({ ...value, format: event.target.value as SlideshowValues["format"] })
            }
          >
            {FORMATS.map((one) => (
              <option key={one.value} value={one.value}>
                {t(one.label)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t("From photo to photo")}>
        {(wiring) => (
          <Select
            {...wiring}
            value={value.transition}
            onChange={(event) =>
              onChange({ ...value, transition: event.target.value as SlideshowValues["transition"] })
            }
          >
            {TRANSITIONS.map((one) => (
              <option key={one.value} value={one.value}>
                {t(one.label)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {value.transition === "cut" ? null : (
        <div className="col-span-2 flex items-center gap-2 text-13">
          {t("Each change takes")}
          <SecondsInput
            label={t("Seconds a change takes")}
            milliseconds={value.transition_ms}
            min={0.1}
            max={2}
            step={0.1}
            onChange={(transition_ms) => onChange({ ...value, transition_ms })}
          />
        </div>
      )}
      <Music purpose={purpose} value={value} onChange={onChange} />
    </div>
  )
}

/** A piece from the library, or uploaded here; without one the video is silent. */
function Music({ purpose, value, onChange }: SlideshowSettingsProps) {
  const [choosing, setChoosing] = useState(false)
  const input = useId()
  const { music } = value
  const asset = useQuery({ ...mediaQueries.detail(music?.media_id ?? ""), enabled: music !== null }).data
  const upload = useUploads().findLast((one) => one.purpose === purpose)
  const arrived = upload?.phase === "arrived" ? upload : undefined

  useEffect(() => {
    if (!arrived?.mediaId) return
    onChange({ ...value, music: { media_id: arrived.mediaId, ...FADES } })
    forgetUpload(arrived.id)
  }, [arrived, value, onChange])

  return (
    <fieldset className="grid content-start gap-1 col-span-2">
      <legend className="pb-1 font-strong text-13">{t("Music")}</legend>
      {upload && !arrived ? <UploadProgress upload={upload} /> : null}
      {music ? (
        <div className="flex flex-wrap items-center gap-3 rounded-outer border border-line bg-raised p-2">
          <span className="min-w-0 flex-1 truncate">
            {asset?.file_name ?? "…"}
            <span className="tabular pl-2 text-12 text-muted">
              {asset?.rejection?.message ?? (asset?.duration_ms ? clock(asset.duration_ms) : "")}
            </span>
          </span>
          {TIMES.map(({ name, label, hint, most }) => (
            <span key={name} className="flex items-center gap-1 text-13">
              {t(label)}
              <SecondsInput
                label={t(hint)}
                milliseconds={music[name]}
                min={0}
                max={most}
                step={0.5}
                onChange={(milliseconds) => onChange({ ...value, music: { ...music, [name]: milliseconds } })}
              />
            </span>
          ))}
          <Button size="small" onClick={() => onChange({ ...value, music: null })}>
            {t("Remove")}
          </Button>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <label
            htmlFor={input}
            className="inline-flex min-h-7 cursor-pointer items-center rounded-outer border border-line bg-raised px-2 font-strong text-13 hover:bg-tint has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            {t("Upload music")}
            <input
              id={input}
              type="file"
              accept={SOUNDS}
              className="sr-only"
              onChange={(event) => {
                const file = event.target.files?.[0]
                if (file) void startUpload(file, purpose)
                event.target.value = ""
              }}
            />
          </label>
          <Button size="small" onClick={() => setChoosing(true)}>
            {t("Choose from the library")}
          </Button>
          <span className="text-12 text-muted">
            {t("Silent without. MP3, M4A, WAV, OGG or FLAC that you may use; its loudness is evened out.")}
          </span>
        </div>
      )}
      {choosing ? (
        <LibraryDialog
          kind="audio"
          onClose={() => setChoosing(false)}
          onChoose={(id) => onChange({ ...value, music: { media_id: id, ...FADES } })}
        />
      ) : null}
    </fieldset>
  )
}
