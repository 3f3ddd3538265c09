"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { Skeleton } from "@/components/ui/skeleton"
import type { MediaAsset } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import { t } from "@/lib/i18n"
import { mediaQueries } from "../api/media-queries"
import { storedMemory } from "../upload-memory"
import { forgetUpload, startUpload, useUploads } from "../uploads"
import { DropZone } from "./drop-zone"

const ChosenMedia = dynamic(() => import("./chosen-media").then((module) => module.ChosenMedia), {
  loading: () => <Skeleton className="h-18 w-full" />,
})
const UploadProgress = dynamic(() => import("./upload-progress").then((module) => module.UploadProgress), {
  loading: () => <Skeleton className="h-20 w-full" />,
})
const LibraryDialog = dynamic(() => import("./library-dialog").then((module) => module.LibraryDialog), {
  ssr: false,
})

export type MediaFieldProps = {
  /** Which form this is: an upload started here is found again after going elsewhere and back. */
  purpose: string
  mediaId: string | null
  error?: string | undefined
  onChange: (mediaId: string | null) => void
  /** Tells what can be played and how long it is, as soon as that is known. */
  onClip: (clip: { url: string | null; asset: MediaAsset | null }) => void
}

/** The video of a post: upload one, or take one from the library. */
export function MediaField({ purpose, mediaId, error, onChange, onClip }: MediaFieldProps) {
  const [choosing, setChoosing] = useState(false)
  const upload = useUploads().findLast((one) => one.purpose === purpose)
  const asset = useQuery({ ...mediaQueries.detail(mediaId ?? ""), enabled: mediaId !== null }).data ?? null
  const arrived = upload?.phase === "arrived" ? upload.mediaId : null
  const clipUrl =
    upload?.previewUrl ?? (asset && asset.status !== "rejected" ? mediaUrl(asset.file_url) : null)

  useEffect(() => {
    if (arrived && arrived !== mediaId) onChange(arrived)
  }, [arrived, mediaId, onChange])
  useEffect(() => onClip({ url: clipUrl, asset }), [clipUrl, asset, onClip])

  function clear() {
    if (upload) forgetUpload(upload.id)
    onChange(null)
  }

  if (mediaId) {
    return (
      <>
        <ChosenMedia asset={asset} onRemove={clear} />
        <FieldError>{error}</FieldError>
      </>
    )
  }
  const sending = upload && upload.phase !== "refused"
  return (
    <div className="grid gap-2">
      {upload ? <UploadProgress upload={upload} /> : <UnfinishedHint />}
      {sending ? null : (
        <DropZone
          onFiles={([file]) => {
            if (upload) forgetUpload(upload.id)
            if (file) startUpload(file, purpose)
          }}
        >
          <Button size="small" onClick={() => setChoosing(true)}>
            {t("Choose from the library")}
          </Button>
        </DropZone>
      )}
      <FieldError>{error}</FieldError>
      {choosing ? <LibraryDialog onClose={() => setChoosing(false)} onChoose={onChange} /> : null}
    </div>
  )
}

/** After a reload the page no longer has the file, but the server has its first part. */
function UnfinishedHint() {
  const [names, setNames] = useState<string[]>([])
  useEffect(() => setNames(storedMemory().unfinished()), [])
  const name = names.at(-1)
  if (!name) return null
  return (
    <Notice>
      {t("The upload of {name} stopped part way. Choose the same file again and it goes on from there.", {
        name,
      })}
    </Notice>
  )
}
