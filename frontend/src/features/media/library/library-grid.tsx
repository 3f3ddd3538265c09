"use client"

import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { type ReactNode, useCallback, useRef } from "react"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import { t } from "@/lib/i18n"
import { libraryQueries } from "../api/library-queries"
import { MediaTile } from "./media-tile"
import { useSelection } from "./use-selection"
import { isNarrow, type Wish } from "./wish"

// Only who has more files than one page of them.
const LoadMore = dynamic(() => import("./load-more").then((module) => module.LoadMore), { ssr: false })
const Nothing = dynamic(() => import("./nothing").then((module) => module.Nothing))
const SelectionBar = dynamic(() => import("./selection-bar").then((module) => module.SelectionBar), {
  ssr: false,
})

const grid =
  "grid grid-cols-[repeat(auto-fill,minmax(140px,1fr))] gap-4 tablet:grid-cols-[repeat(auto-fill,minmax(184px,1fr))]"

type LibraryGridProps = { wish: Wish; fileId: string | undefined; upload: ReactNode; isUploading: boolean }

/** The files that are wished for, as many as one scrolls to. */
export function LibraryGrid({ wish, fileId, upload, isUploading }: LibraryGridProps) {
  const files = useInfiniteQuery(libraryQueries.pages(wish))
  const total = useQuery(libraryQueries.count(wish)).data?.count
  const shown = files.data?.pages.flatMap(({ items }) => items) ?? []
  const selection = useSelection(shown)
  const toggle = useStable(selection.toggle)

  if (files.isPending) return <LibrarySkeleton />
  if (files.isError && shown.length === 0) return <Failed error={files.error} retry={() => files.refetch()} />
  if (shown.length === 0) return <Nothing isNarrow={isNarrow(wish)} upload={isUploading ? null : upload} />
  return (
    <>
      {selection.chosen.length > 0 ? (
        <SelectionBar selection={selection} shown={shown.length} total={total} />
      ) : null}
      <ul aria-label={t("Files")} className={grid}>
        {shown.map((asset) => (
          <MediaTile
            key={asset.id}
            asset={asset}
            wish={wish}
            isChosen={selection.has(asset.id)}
            isOpen={asset.id === fileId}
            onToggle={toggle}
          />
        ))}
      </ul>
      {files.hasNextPage ? (
        <LoadMore
          key={shown.length}
          isLoading={files.isFetchingNextPage}
          error={files.isFetchNextPageError ? files.error : null}
          onMore={() => void files.fetchNextPage({ cancelRefetch: false })}
        />
      ) : null}
    </>
  )
}

/** Tiles are drawn again only when something of theirs changed, so what they are given has to stay the same. */
function useStable(toggle: (id: string, isRange: boolean) => void) {
  const latest = useRef(toggle)
  latest.current = toggle
  return useCallback((id: string, isRange: boolean) => latest.current(id, isRange), [])
}

function LibrarySkeleton() {
  return (
    <div role="status" aria-label={t("Loading the library")} className={grid}>
      {["a", "b", "c", "d", "e", "f", "g", "h"].map((tile) => (
        <div key={tile} className="grid gap-2">
          <Skeleton className="aspect-video w-full" />
          <Skeleton className="h-4 w-3/4" />
          <Skeleton className="h-3 w-1/2" />
        </div>
      ))}
    </div>
  )
}
