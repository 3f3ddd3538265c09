import { Film } from "lucide-react"
import type { MediaAsset } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import { cn } from "@/lib/cn"

/** A clip's first picture, or a film icon while there is none. */
export function Thumbnail({ asset, className }: { asset: MediaAsset; className?: string }) {
  return (
    <span
      className={cn(
        "grid shrink-0 place-items-center overflow-hidden rounded-inner bg-tint text-muted",
        className,
      )}
    >
      {asset.thumbnail_url ? (
        // biome-ignore lint/performance/noImgElement: a small picture from our own route.
        <img src={mediaUrl(asset.thumbnail_url)} alt="" loading="lazy" className="size-full object-cover" />
      ) : (
        <Film aria-hidden className="size-5" />
      )}
    </span>
  )
}
