"use client"

import { useQuery } from "@tanstack/react-query"
import { Dialog } from "@/components/ui/dialog"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import type { MediaAsset } from "@/lib/api/types"
import { mediaQueries } from "../api/media-queries"
import { mediaFacts } from "../media-facts"
import { Thumbnail } from "./thumbnail"

type LibraryDialogProps = {
  kind?: MediaAsset["kind"]
  onClose: () => void
  onChoose: (mediaId: string) => void
}

const NAMES = { video: "video", image: "picture", audio: "music" }

/** Take a video, a picture or a piece of music that is already here. */
export function LibraryDialog({ kind: wanted = "video", onClose, onChoose }: LibraryDialogProps) {
  const media = useQuery(mediaQueries.list())
  const ready = media.data?.items.filter(({ kind, status }) => kind === wanted && status === "ready")
  return (
    <Dialog title="Choose from the library" onClose={onClose}>
      {media.isPending ? <Skeleton className="h-40 w-full" /> : null}
      {media.isError ? <Failed error={media.error} retry={() => media.refetch()} /> : null}
      {ready?.length === 0 ? (
        <p className="text-muted">No {NAMES[wanted]} is here yet. Upload one first.</p>
      ) : null}
      <ul className="-mx-1 grid max-h-[60dvh] gap-1 overflow-y-auto px-1 py-1">
        {ready?.map((asset) => (
          <li key={asset.id}>
            <button
              type="button"
              className="flex w-full items-center gap-3 rounded-outer border border-line p-2 text-left hover:bg-tint"
              onClick={() => {
                onChoose(asset.id)
                onClose()
              }}
            >
              <Thumbnail asset={asset} className="h-12 w-16" />
              <span className="grid min-w-0">
                <span className="truncate">{asset.file_name}</span>
                <span className="tabular text-12 text-muted">{mediaFacts(asset)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
