"use client"

import { useQuery } from "@tanstack/react-query"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { ReconnectButton } from "@/features/accounts/components/reconnect-button"
import { FiguresLink } from "@/features/analytics/post/figures-link"
import { SlideshowResult } from "@/features/media/slideshow/slideshow-result"
import { DuplicatePost } from "@/features/posts/components/duplicate-post"
import { PostScreen } from "@/features/posts/components/post-screen"
import { Publications } from "@/features/publishing/components/publications"
import { RepeatPost } from "@/features/scheduling/series/repeat-post"
import { useTimeZone } from "@/features/users/api/user-queries"

/** Brings a post and what became of it together. */
export function PostPanel({ postId }: { postId: string }) {
  const zone = useTimeZone()
  const accounts = useQuery(accountQueries.list()).data?.items ?? []
  const connected = new Set(accounts.filter(({ status }) => status === "connected").map(({ id }) => id))
  const publications = (
    <Publications
      postId={postId}
      zone={zone}
      reconnect={(account) => <ReconnectButton account={account} />}
      figures={(publication) => <FiguresLink publication={publication} />}
    />
  )
  return (
    <PostScreen
      postId={postId}
      zone={zone}
      publications={publications}
      renderSlideshow={(post) => (post.kind === "slideshow" ? <SlideshowResult postId={post.id} /> : null)}
      renderActions={(post) => (
        <>
          <RepeatPost post={post} zone={zone} />
          <DuplicatePost post={post} zone={zone} canPost={(id) => connected.has(id)} />
        </>
      )}
    />
  )
}
