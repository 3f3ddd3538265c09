"use client"

import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { FilmDrawing } from "@/components/ui/drawings"
import { Empty } from "@/components/ui/empty"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import { plural } from "@/lib/figures"
import { mediaQueries } from "../api/media-queries"
import { forgetUpload, startUpload, useUploads } from "../uploads"
import { useDroppedFiles, usePastedFiles } from "../use-given-files"
import { MediaTile } from "./media-tile"
import { UploadButton } from "./upload-button"
import { UploadProgress } from "./upload-progress"

const grid =
  "grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] gap-4 tablet:grid-cols-[repeat(auto-fill,minmax(184px,1fr))]"

export function LibraryScreen() {
  const media = useQuery(mediaQueries.list())
  const uploads = useUploads()
  useArrivals()
  const items = media.data?.items
  const add = (files: File[]) => {
    for (const file of files) void startUpload(file, "library")
  }
  usePastedFiles(add)
  const held = useDroppedFiles(add)
  const upload = <UploadButton onFiles={add} />
  return (
    <>
      <PageHead
        title="Library"
        state={items ? `${plural(items.length, "file")}. Drop or paste more anywhere on this page.` : ""}
        action={items?.length === 0 ? undefined : upload}
      />
      {held ? (
        <p
          role="status"
          className="pointer-events-none fixed inset-2 z-20 grid place-items-center rounded-outer border-2 border-accent border-dashed bg-raised text-20 text-accent opacity-90"
        >
          Let go to add it to the library
        </p>
      ) : null}
      {uploads.length > 0 ? (
        <div className="grid max-w-form gap-2 pb-6">
          {uploads.map((one) => (
            <UploadProgress key={one.id} upload={one} />
          ))}
        </div>
      ) : null}
      {media.isPending ? <LibrarySkeleton /> : null}
      {media.isError && !items ? <Failed error={media.error} retry={() => media.refetch()} /> : null}
      {items?.length === 0 && uploads.length === 0 ? (
        <Empty
          drawing={<FilmDrawing />}
          sentence="No video or photo is here yet. What you upload stays on this server."
          action={upload}
        />
      ) : null}
      <ul className={grid}>
        {items?.map((asset) => (
          <MediaTile key={asset.id} asset={asset} />
        ))}
      </ul>
    </>
  )
}

/** Show a file in the list as soon as it arrived, and take its progress away. */
function useArrivals(): void {
  const client = useQueryClient()
  const arrived = useUploads().find(({ phase, purpose }) => phase === "arrived" && purpose === "library")?.id
  useEffect(() => {
    if (!arrived) return
    void client.invalidateQueries({ queryKey: mediaQueries.all }).then(() => forgetUpload(arrived))
  }, [arrived, client])
}

function LibrarySkeleton() {
  return (
    <div role="status" aria-label="Loading the library" className={grid}>
      {["a", "b", "c", "d"].map((tile) => (
        <div key={tile} className="grid gap-2">
          <Skeleton className="aspect-video w-full" />
          <Skeleton className="h-4 w-3/4" />
          <Skeleton className="h-3 w-1/2" />
        </div>
      ))}
    </div>
  )
}
