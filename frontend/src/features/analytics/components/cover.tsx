"use client"

import { Film } from "lucide-react"
import { useState } from "react"
import { mediaUrl } from "@/lib/api-client"
import { cn } from "@/lib/cn"

type CoverProps = { post: { id: string; has_cover: boolean }; className?: string }

/** A post's cover, from our own copy; a strip of film where there is none. What it shows is said beside it. */
export function Cover({ post, className }: CoverProps) {
  const [broken, setBroken] = useState(false)
  const place = cn(
    "grid shrink-0 place-items-center overflow-hidden rounded-inner border border-line bg-tint text-faint",
    className,
  )
  if (!post.has_cover || broken) {
    return (
      <span aria-hidden className={place}>
        <Film className="size-4" />
      </span>
    )
  }
  return (
    <span className={place}>
      {/* biome-ignore lint/performance/noImgElement: the picture is small and comes from our own route. */}
      <img
        src={mediaUrl(`/analytics/posts/${post.id}/cover`)}
        alt=""
        loading="lazy"
        className="size-full object-cover"
        onError={() => setBroken(true)}
      />
    </span>
  )
}
