import { Film, Image, Music } from "lucide-react"
import type { MediaAsset } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import { cn } from "@/lib/cn"

/** A clip's first picture; an icon while there is none, and of music. */
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
      ) : asset.kind === "audio" ? (
        <Music aria-hidden className="size-5" />
      ) : asset.kind === "image" ? (
        <Image aria-hidden className="size-5" />
      ) : (
        <Film aria-hidden className="size-5" />
      )}
    </span>
  )
}
