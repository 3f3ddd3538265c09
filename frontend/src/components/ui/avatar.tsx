"use client"

import { useState } from "react"
import { mediaUrl } from "@/lib/api-client"
import { cn } from "@/lib/cn"

type AvatarProps = { name: string; url: string | null; size?: "small" | "usual" }

/** An account's picture, or its first letter while there is none. The name always stands beside it. */
export function Avatar({ name, url, size = "usual" }: AvatarProps) {
  const [broken, setBroken] = useState(false)
  const place = cn(
    "inline-grid shrink-0 place-items-center overflow-hidden rounded-full border border-line bg-tint text-muted",
    size === "small" ? "size-6 text-12" : "size-8 text-13",
  )
  if (!url || broken) {
    return (
      <span aria-hidden className={place}>
        {name.slice(0, 1)}
      </span>
    )
  }
  return (
    <span className={place}>
      {/* biome-ignore lint/performance/noImgElement: the picture is small and comes from our own route. */}
      <img src={mediaUrl(url)} alt="" className="size-full object-cover" onError={() => setBroken(true)} />
    </span>
  )
}
