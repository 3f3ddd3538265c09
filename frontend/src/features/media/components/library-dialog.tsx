"use client"

import { useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Dialog } from "@/components/ui/dialog"
import { Failed } from "@/components/ui/failed"
import { SearchField } from "@/components/ui/search-field"
import { Skeleton } from "@/components/ui/skeleton"
import type { MediaAsset } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { libraryQueries } from "../api/library-queries"
import { LoadMore } from "../library/load-more"
import { EVERYTHING } from "../library/wish"
import { mediaFacts } from "../media-facts"
import { Thumbnail } from "./thumbnail"

type LibraryDialogProps = {
  kind?: MediaAsset["kind"]
  onClose: () => void
  onChoose: (mediaId: string) => void
}

/** Take a video, a picture or a piece of music that is already here: all of them are, and names and tags find them. */
export function LibraryDialog({ kind = "video", onClose, onChoose }: LibraryDialogProps) {
  const [q, setQ] = useState("")
  const files = useInfiniteQuery(libraryQueries.pages({ ...EVERYTHING, kind, q }))
  const found = files.data?.pages.flatMap(({ items }) => items) ?? []
  const ready = found.filter((one) => one.kind === kind && one.status === "ready")
  return (
    <Dialog title={t("Choose from the library")} onClose={onClose}>
      <search className="flex">
        <SearchField label={t("Search names, tags")} value={q} onSearch={setQ} />
      </search>
      {files.isPending ? <Skeleton className="h-40 w-full" /> : null}
      {files.isError && found.length === 0 ? (
        <Failed error={files.error} retry={() => files.refetch()} />
      ) : null}
      {files.data && ready.length === 0 && !files.hasNextPage ? (
        <p className="text-muted">{q ? noneFound(kind, q) : noneHere(kind)}</p>
      ) : null}
      <div className="-mx-1 max-h-[60dvh] overflow-y-auto px-1 py-1">
        <ul className="grid gap-1">
          {ready.map((asset) => (
            <li key={asset.id} className="[contain-intrinsic-size:auto_66px] [content-visibility:auto]">
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
                  <span className="tabular truncate text-12 text-muted">
                    {[mediaFacts(asset), ...asset.tags].join(" · ")}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        {files.hasNextPage ? (
          <LoadMore
            key={found.length}
            isLoading={files.isFetchingNextPage}
            error={files.isFetchNextPageError ? files.error : null}
            onMore={() => void files.fetchNextPage({ cancelRefetch: false })}
          />
        ) : null}
      </div>
    </Dialog>
  )
}

function noneFound(kind: MediaAsset["kind"], q: string): string {
  if (kind === "video") return t("No video is called or tagged “{q}”.", { q })
  if (kind === "image") return t("No picture is called or tagged “{q}”.", { q })
  return t("No music is called or tagged “{q}”.", { q })
}

function noneHere(kind: MediaAsset["kind"]): string {
  if (kind === "video") return t("No video is here yet. Upload one first.")
  if (kind === "image") return t("No picture is here yet. Upload one first.")
  return t("No music is here yet. Upload one first.")
}
