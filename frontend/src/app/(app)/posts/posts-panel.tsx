"use client"

import { PostsScreen } from "@/features/posts/components/posts-screen"
import { useTimeZone } from "@/features/users/api/user-queries"

export function PostsPanel() {
  return <PostsScreen zone={useTimeZone()} />
}
