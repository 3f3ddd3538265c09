"use client"

import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { ButtonLink } from "@/components/ui/button-link"
import { Failed } from "@/components/ui/failed"
import { Notice } from "@/components/ui/notice"
import { postQueries } from "@/features/posts/api/post-queries"
import type { Post } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { ComposeScreen } from "../../../compose/compose-screen"
import { ComposeSkeleton } from "../../../compose/compose-skeleton"

export function EditPanel({ postId }: { postId: string }) {
  const post = useQuery({
    ...postQueries.detail(postId),
    refetchInterval: false,
    refetchOnWindowFocus: false,
  })
  if (post.isPending) return <ComposeSkeleton />
  if (!post.data) return <Failed error={post.error} retry={() => post.refetch()} />
  return <EditOnce key={postId} loaded={post.data} />
}

/** The form keeps the post it was opened with: it must not change under a person's hands, nor while it is saved. */
function EditOnce({ loaded }: { loaded: Post }) {
  const [post] = useState(loaded)
  if (post.can_edit) return <ComposeScreen post={post} />
  return (
    <Notice
      kind="warning"
      action={<ButtonLink href={`/posts/${post.id}`}>{t("Back to the post")}</ButtonLink>}
    >
      {t("TikTok already has this post, so it can no longer be changed here.")}
    </Notice>
  )
}
