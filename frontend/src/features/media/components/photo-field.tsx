"use client"

import { useQueries } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { t } from "@/lib/i18n"
import { mediaQueries } from "../api/media-queries"
import { forgetUpload, startUpload, useUploads } from "../uploads"
import { DropZone } from "./drop-zone"
import { PhotoTile } from "./photo-tile"
import { UploadProgress } from "./upload-progress"

const LibraryDialog = dynamic(() => import("./library-dialog").then((module) => module.LibraryDialog), {
  ssr: false,
})

const MOST = 35

export type PhotoFieldProps = {
  /** Which form this is: uploads started here are found again after going elsewhere and back. */
  purpose: string
  photoIds: readonly string[]
  coverId: string | null
  error?: string | undefined
  onChange: (photoIds: string[], coverId: string | null) => void
}

/** The photos of a post in their order: uploaded or taken from the library, moved by mouse or keyboard. */
export function PhotoField({ purpose, photoIds, coverId, error, onChange }: PhotoFieldProps) {
  const [choosing, setChoosing] = useState(false)
  const [dragged, setDragged] = useState<number | null>(null)
  const [said, setSaid] = useState("")
  const uploads = useUploads().filter((upload) => upload.purpose === purpose)
  const assets = useQueries({ queries: photoIds.map((id) => mediaQueries.detail(id)) }).map(
    ({ data }) => data,
  )
  const arrived = uploads.find(({ phase }) => phase === "arrived")
  const cover = coverId && photoIds.includes(coverId) ? coverId : (photoIds[0] ?? null)

  useEffect(() => {
    if (!arrived?.mediaId) return
    if (!photoIds.includes(arrived.mediaId)) onChange([...photoIds, arrived.mediaId], cover)
    forgetUpload(arrived.id)
  }, [arrived, photoIds, cover, onChange])

  function move(from: number, to: number) {
    const id = photoIds[from]
    if (!id || to < 0 || to >= photoIds.length || from === to) return
    const next = photoIds.filter((one) => one !== id)
    next.splice(to, 0, id)
    onChange(next, cover)
    setSaid(t("Moved to place {to} of {count}.", { to: to + 1, count: photoIds.length }))
  }
  function remove(id: string) {
    const next = photoIds.filter((one) => one !== id)
    onChange(next, id === cover ? (next[0] ?? null) : cover)
  }

  return (
    <div className="grid gap-2">
      {photoIds.length > 0 ? (
        <ol aria-label={t("Photos")} className="grid grid-cols-[repeat(auto-fill,minmax(116px,1fr))] gap-2">
          {photoIds.map((id, index) => (
            <PhotoTile
              key={id}
              place={index}
              count={photoIds.length}
              asset={assets[index]}
              isCover={id === cover}
              isDragged={dragged === index}
              onDragStart={() => setDragged(index)}
              onDragOver={() => {
                if (dragged === null || dragged === index) return
                move(dragged, index)
                setDragged(index)
              }}
              onDragEnd={() => setDragged(null)}
              onMove={(step) => move(index, index + step)}
              onCover={() => onChange([...photoIds], id)}
              onRemove={() => remove(id)}
            />
          ))}
        </ol>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
      {uploads.map((upload) =>
        upload === arrived ? null : <UploadProgress key={upload.id} upload={upload} />,
      )}
      {photoIds.length < MOST ? (
        <DropZone
          multiple
          sentence={t("<choose>Choose photos</choose>, drop them here, or paste")}
          hint={t(
            "JPEG, PNG, WebP or HEIC, 1 to {most} of them. TikTok gets them as JPEG, without where they were taken.",
            { most: MOST },
          )}
          accept="image/jpeg,image/png,image/webp,image/heic,image/heif,image/avif,.heic,.heif"
          onFiles={(files) =>
            files.slice(0, MOST - photoIds.length).forEach((file) => void startUpload(file, purpose))
          }
        >
          <Button size="small" onClick={() => setChoosing(true)}>
            {t("Choose from the library")}
          </Button>
        </DropZone>
      ) : null}
      <FieldError>{error}</FieldError>
      {choosing ? (
        <LibraryDialog
          kind="image"
          onClose={() => setChoosing(false)}
          onChoose={(id) => (photoIds.includes(id) ? undefined : onChange([...photoIds, id], cover))}
        />
      ) : null}
    </div>
  )
}
