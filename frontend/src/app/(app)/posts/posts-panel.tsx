"use client"

import dynamic from "next/dynamic"
import { ReconnectButton } from "@/features/accounts/components/reconnect-button"
import { TikTokTrouble } from "@/features/accounts/components/tiktok-trouble"
import { PostsScreen } from "@/features/posts/components/posts-screen"
import { useTimeZone } from "@/features/users/api/user-queries"

// Not part of the list: who only reads that does not load it.
const PostGrid = dynamic(
  () => import("@/features/publishing/components/grid/post-grid").then((module) => module.PostGrid),
  { ssr: false },
)

export function PostsPanel() {
  const zone = useTimeZone()
  return (
    <>
      <TikTokTrouble zone={zone} />
      <PostsScreen
        zone={zone}
        grid={({ status, cursor, ...place }) => (
          <PostGrid
            {...place}
            filter={{ status, cursor }}
            zone={zone}
            reconnect={(account) => <ReconnectButton account={account} />}
          />
        )}
      />
    </>
  )
}
