"use client"

import { useQuery } from "@tanstack/react-query"
import { Skeleton } from "@/components/ui/skeleton"
import { mediaUrl } from "@/lib/api-client"
import { slideshowQueries } from "../api/slideshow-queries"
import { Making } from "./slideshow-video"

/** On a post's page: the video that is sent, or how far it is. */
export function SlideshowResult({ postId }: { postId: string }) {
  const status = useQuery(slideshowQueries.status(postId)).data
  if (!status) return <Skeleton className="h-8 w-full" />
  const video = status.status === "ready" ? status.video : null
  return (
    <>
      {video ? (
        // biome-ignore lint/a11y/useMediaCaption: it is made of the person's own photos; TikTok makes its captions itself.
        <video
          src={mediaUrl(video.file_url)}
          poster={video.thumbnail_url ? mediaUrl(video.thumbnail_url) : undefined}
          controls
          playsInline
          preload="none"
          className="max-h-[60dvh] w-full rounded-outer border border-line bg-screen"
        />
      ) : null}
      <Making postId={postId} status={status} />
    </>
  )
}
