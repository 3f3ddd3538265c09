"use client"

import dynamic from "next/dynamic"
import { TikTokTrouble } from "@/features/accounts/components/tiktok-trouble"
import { PostsScreen } from "@/features/posts/components/posts-screen"
import { useTimeZone } from "@/features/users/api/user-queries"

// Not part of the list: who only reads that does not load it.
const GridPanel = dynamic(() => import("./grid-panel").then((module) => module.GridPanel), { ssr: false })

export function PostsPanel() {
  const zone = useTimeZone()
  return (
    <>
      <TikTokTrouble zone={zone} />
      <PostsScreen
        zone={zone}
        grid={({ status, q, cursor, empty, pages }) => (
          <GridPanel {...{ empty, pages, zone }} filter={{ status, q, cursor }} />
        )}
      />
    </>
  )
}
