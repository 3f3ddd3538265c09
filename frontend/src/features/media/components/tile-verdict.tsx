"use client"

import { Status } from "@/components/ui/status"
import type { MediaAsset } from "@/lib/api/types"
import { verdictWords } from "../verdict-words"
import { Findings } from "./findings"
import { FixPanel } from "./fix-panel"

type TileVerdictProps = { asset: MediaAsset; verdict: NonNullable<MediaAsset["verdict"]> }

/** What TikTok would say to a file: a word, and on asking the sentences and the way to mend it. */
export function TileVerdict({ asset, verdict }: TileVerdictProps) {
  const badge = <Status of={verdictWords[verdict.worst]} className="animate-none text-12" />
  if (verdict.findings.length === 0) return badge
  return (
    <details className="text-12">
      <summary className="cursor-pointer rounded-inner py-0.5">{badge}</summary>
      <div className="grid gap-3 pt-2">
        <Findings findings={verdict.findings} />
        {verdict.worst === "fine" ? null : <FixPanel mediaId={asset.id} fixes={verdict.fixes} />}
      </div>
    </details>
  )
}
