"use client"

import { ReconnectButton } from "@/features/accounts/components/reconnect-button"
import { FiguresLink } from "@/features/analytics/post/figures-link"
import { SlideshowResult } from "@/features/media/slideshow/slideshow-result"
import { PostScreen } from "@/features/posts/components/post-screen"
import { Publications } from "@/features/publishing/components/publications"
import { RepeatPost } from "@/features/scheduling/series/repeat-post"
import { useTimeZone } from "@/features/users/api/user-queries"

/** Brings a post and what became of it together. */
export function PostPanel({ postId }: { postId: string }) {
  const zone = useTimeZone()
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
      renderActions={(post) => <RepeatPost post={post} zone={zone} />}
    />
  )
}
