"use client"

import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { Skeleton } from "@/components/ui/skeleton"
import type { MediaAsset } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { mediaFacts } from "../media-facts"
import { Thumbnail } from "./thumbnail"

/** The chosen video and what the check said about it. */
export function ChosenMedia({ asset, onRemove }: { asset: MediaAsset | null; onRemove: () => void }) {
  if (!asset) return <Skeleton className="h-18 w-full" />
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-3 rounded-outer border border-line bg-raised p-2">
        <Thumbnail asset={asset} className="h-14 w-20" />
        <div className="grid min-w-0 flex-1">
          <span className="truncate" title={asset.file_name}>
            {asset.file_name}
          </span>
          <span className="tabular text-12 text-muted" role="status">
            {asset.status === "checking" ? t("Checking…") : mediaFacts(asset)}
          </span>
        </div>
        <Button size="small" onClick={onRemove}>
          {t("Replace")}
        </Button>
      </div>
      {asset.rejection ? <Notice kind="failed">{asset.rejection.message}</Notice> : null}
    </div>
  )
}
