"use client"

import { useQueries } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { mediaQueries } from "@/features/media/api/media-queries"
import { DropZone } from "@/features/media/components/drop-zone"
import { UploadProgress } from "@/features/media/components/upload-progress"
import { forgetUpload, startUpload, useUploads } from "@/features/media/uploads"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { lengthOf, type Slide, type SlideshowValues, slideOf } from "@/lib/slideshow"
import { SlideRow } from "./slide-row"
import { SlideshowSettings } from "./slideshow-settings"
import { useRowDrag } from "./use-row-drag"
import { secondsOf } from "./words"

const LibraryDialog = dynamic(
  () => import("@/features/media/components/library-dialog").then((module) => module.LibraryDialog),
  { ssr: false },
)

const MOST = 10

export type SlideshowFieldProps = {
  /** Which form this is: uploads started here are found again after going elsewhere and back. */
  purpose: string
  value: SlideshowValues
  error: string | undefined
  onChange: (next: SlideshowValues) => void
}

/** The photos of a slideshow in their order, each with its time and look, and what goes for all of them. */
export function SlideshowField({ purpose, value, error, onChange }: SlideshowFieldProps) {
  const [choosing, setChoosing] = useState(false)
  const [said, setSaid] = useState("")
  const uploads = useUploads().filter((upload) => upload.purpose === purpose)
  const { slides } = value
  const assets = useQueries({ queries: slides.map((slide) => mediaQueries.detail(slide.media_id)) }).map(
    ({ data }) => data,
  )
  const arrived = uploads.find(({ phase }) => phase === "arrived")

  useEffect(() => {
    if (!arrived?.mediaId) return
    onChange({ ...value, slides: [...value.slides, slideOf(arrived.mediaId)] })
    forgetUpload(arrived.id)
  }, [arrived, value, onChange])

  const put = (next: Slide[]) => onChange({ ...value, slides: next })
  function move(from: number, to: number) {
    const slide = slides[from]
    if (!slide || to < 0 || to >= slides.length || from === to) return
    const next = slides.toSpliced(from, 1).toSpliced(to, 0, slide)
    put(next)
    setSaid(t("Moved to place {to} of {count}.", { to: to + 1, count: slides.length }))
  }
  const { dragged, grab, listeners } = useRowDrag(move)

  return (
    <div className="grid gap-3">
      {slides.length > 0 ? (
        <>
          <ol aria-label={t("Photos of the slideshow")} className="grid gap-2" {...listeners}>
            {slides.map((slide, index) => (
              <SlideRow
                // A photo may be there twice.
                key={`${slide.media_id}:${slides.slice(0, index).filter((one) => one.media_id === slide.media_id).length}`}
                place={index}
                count={slides.length}
                slide={slide}
                asset={assets[index]}
                format={value.format}
                isDragged={dragged === index}
                onGrab={(event) => grab(event, index)}
                onMove={(step) => move(index, index + step)}
                onChange={(change) => put(slides.with(index, { ...slide, ...change }))}
                onRemove={() => put(slides.toSpliced(index, 1))}
              />
            ))}
          </ol>
          <p className="tabular text-12 text-muted">
            {t("{photos}, {length} in all", {
              photos: plural(slides.length, "photo"),
              length: secondsOf(lengthOf(value) || 0),
            })}
          </p>
        </>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
      {uploads.map((upload) =>
        upload === arrived ? null : <UploadProgress key={upload.id} upload={upload} />,
      )}
      {slides.length < MOST ? (
        <DropZone
          multiple
          sentence={t("<choose>Choose photos</choose>, drop them here, or paste")}
          hint={t("JPEG, PNG, WebP or HEIC, 2 to {most} of them, up to 20 MB each", { most: MOST })}
          accept="image/jpeg,image/png,image/webp,image/heic,image/heif,image/avif,.heic,.heif"
          onFiles={(files) =>
            files.slice(0, MOST - slides.length).forEach((file) => void startUpload(file, purpose))
          }
        >
          <Button size="small" onClick={() => setChoosing(true)}>
            {t("Choose from the library")}
          </Button>
        </DropZone>
      ) : null}
      <FieldError>{error}</FieldError>
      {slides.length > 0 ? (
        <SlideshowSettings purpose={`${purpose}:music`} value={value} onChange={onChange} />
      ) : null}
      {choosing ? (
        <LibraryDialog
          kind="image"
          onClose={() => setChoosing(false)}
          onChoose={(id) => put([...slides, slideOf(id)])}
        />
      ) : null}
    </div>
  )
}
