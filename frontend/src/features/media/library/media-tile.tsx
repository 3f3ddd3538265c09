"use client"

import dynamic from "next/dynamic"
import { memo } from "react"
import { AppLink } from "@/components/ui/app-link"
import type { MediaAsset } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { t } from "@/lib/i18n"
import { mediaFacts } from "../media-facts"
import { TilePicture } from "./tile-picture"
import { libraryAddress, type Wish } from "./wish"

const TileVerdict = dynamic(() => import("../components/tile-verdict").then((module) => module.TileVerdict), {
  ssr: false,
  loading: () => <span className="h-4.5" />,
})

const TAGS_SHOWN = 3

type MediaTileProps = {
  asset: MediaAsset
  wish: Wish
  isChosen: boolean
  isOpen: boolean
  onToggle: (id: string, isRange: boolean) => void
}

/** One file. What is far from what is seen costs the browser no drawing, so hundreds of them scroll. */
export const MediaTile = memo(function Tile({ asset, wish, isChosen, isOpen, onToggle }: MediaTileProps) {
  return (
    <li
      id={`media-${asset.id}`}
      className={cn(
        "relative -m-1 grid content-start gap-1 rounded-outer p-1 [contain-intrinsic-size:auto_210px] [content-visibility:auto]",
        isChosen && "bg-tint",
      )}
    >
      <TilePicture asset={asset} href={libraryAddress(wish, asset.id)} isOpen={isOpen} />
      <label className="absolute top-2 left-2 grid size-7 place-items-center rounded-inner border border-line bg-raised">
        <input
          type="checkbox"
          aria-label={t("Select {name}", { name: asset.file_name })}
          className="size-4 accent-accent"
          checked={isChosen}
          onChange={({ nativeEvent }) =>
            onToggle(asset.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
        />
      </label>
      <span className="truncate text-13" title={asset.file_name}>
        {asset.file_name}
      </span>
      <TileState asset={asset} />
      <TileTags tags={asset.tags} wish={wish} />
      {asset.verdict ? <TileVerdict asset={asset} verdict={asset.verdict} /> : null}
    </li>
  )
})

function TileState({ asset }: { asset: MediaAsset }) {
  if (asset.status === "checking") return <span className="text-12 text-bronze">{t("Checking…")}</span>
  if (asset.rejection) return <span className="text-12 text-failed">{asset.rejection.message}</span>
  return <span className="tabular text-12 text-muted">{mediaFacts(asset)}</span>
}

function TileTags({ tags, wish }: { tags: readonly string[]; wish: Wish }) {
  if (tags.length === 0) return null
  const more = tags.slice(TAGS_SHOWN)
  return (
    <span className="flex flex-wrap gap-1 text-12">
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <AppLink
          key={tag}
          href={libraryAddress({ ...wish, tag })}
          aria-label={t("Files tagged {tag}", { tag })}
          className="max-w-full truncate rounded-inner border border-line bg-raised px-1.5 text-ink no-underline hover:underline"
        >
          {tag}
        </AppLink>
      ))}
      {more.length > 0 ? (
        <span className="text-muted" title={more.join(", ")}>
          +{more.length}
        </span>
      ) : null}
    </span>
  )
}
