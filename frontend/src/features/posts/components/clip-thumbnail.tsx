import { Film } from "lucide-react"
import { mediaUrl } from "@/lib/api-client"

/** A post's first picture, small. */
export function ClipThumbnail({ url }: { url: string | null | undefined }) {
  return (
    <span className="grid h-10 w-14 shrink-0 place-items-center overflow-hidden rounded-inner bg-tint text-muted">
      {url ? (
        // biome-ignore lint/performance/noImgElement: a small picture from our own route.
        <img src={mediaUrl(url)} alt="" loading="lazy" className="size-full object-cover" />
      ) : (
        <Film aria-hidden className="size-4" />
      )}
    </span>
  )
}
