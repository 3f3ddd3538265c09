"use client"

import { useQuery } from "@tanstack/react-query"
import { Skeleton } from "@/components/ui/skeleton"
import { slideshowQueries } from "./slideshow-queries"
import { MadeVideo, Making } from "./slideshow-video"

/** On a post's page: the video that is sent, or how far it is. */
export function SlideshowResult({ postId }: { postId: string }) {
  const status = useQuery(slideshowQueries.status(postId)).data
  if (!status) return <Skeleton className="h-8 w-full" />
  return (
    <>
      <MadeVideo status={status} />
      <Making postId={postId} status={status} />
    </>
  )
}
