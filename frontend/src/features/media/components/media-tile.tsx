"use client"

import { Trash2 } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { MediaAsset } from "@/lib/api/types"
import { mediaFacts } from "../media-facts"
import { Thumbnail } from "./thumbnail"

const DeleteMediaDialog = dynamic(
  () => import("./delete-media-dialog").then((module) => module.DeleteMediaDialog),
  {
    ssr: false,
  },
)
const TileVerdict = dynamic(() => import("./tile-verdict").then((module) => module.TileVerdict), {
  ssr: false,
})

export function MediaTile({ asset }: { asset: MediaAsset }) {
  const [asking, setAsking] = useState(false)
  return (
    <li id={`media-${asset.id}`} className="grid content-start gap-1">
      <Thumbnail asset={asset} className="aspect-video w-full border border-line" />
      <div className="flex items-start justify-between gap-1">
        <div className="grid min-w-0">
          <span className="truncate text-13" title={asset.file_name}>
            {asset.file_name}
          </span>
          <TileState asset={asset} />
        </div>
        <Button
          kind="quiet"
          size="small"
          className="-mr-2"
          aria-label={`Delete ${asset.file_name}`}
          title="Delete"
          onClick={() => setAsking(true)}
        >
          <Trash2 aria-hidden className="size-4" />
        </Button>
      </div>
      {asset.verdict ? <TileVerdict asset={asset} verdict={asset.verdict} /> : null}
      {asking ? <DeleteMediaDialog asset={asset} onClose={() => setAsking(false)} /> : null}
    </li>
  )
}

function TileState({ asset }: { asset: MediaAsset }) {
  if (asset.status === "checking") return <span className="text-12 text-bronze">Checking…</span>
  if (asset.rejection) return <span className="text-12 text-failed">{asset.rejection.message}</span>
  return <span className="tabular text-12 text-muted">{mediaFacts(asset)}</span>
}
