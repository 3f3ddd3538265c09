"use client"

import { PostFiguresScreen } from "@/features/analytics/post/post-figures-screen"
import { useTimeZone } from "@/features/users/api/user-queries"

export function PostPanel({ videoId }: { videoId: string }) {
  return <PostFiguresScreen key={videoId} videoId={videoId} zone={useTimeZone()} />
}
