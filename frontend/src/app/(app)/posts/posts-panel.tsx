"use client"

import { TikTokTrouble } from "@/features/accounts/components/tiktok-trouble"
import { PostsScreen } from "@/features/posts/components/posts-screen"
import { useTimeZone } from "@/features/users/api/user-queries"

export function PostsPanel() {
  const zone = useTimeZone()
  return (
    <>
      <TikTokTrouble zone={zone} />
      <PostsScreen zone={zone} />
    </>
  )
}
