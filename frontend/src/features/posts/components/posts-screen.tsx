"use client"

import { useQuery } from "@tanstack/react-query"
import { PenLine } from "lucide-react"
import { useSearchParams } from "next/navigation"
import { AppLink } from "@/components/ui/app-link"
import { ButtonLink } from "@/components/ui/button-link"
import { BellsDrawing } from "@/components/ui/drawings"
import { Empty } from "@/components/ui/empty"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import type { Post, PostStatus } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { postStatus } from "@/lib/status"
import { postQueries } from "../api/post-queries"
import { ScheduleDrafts } from "../bulk/schedule-drafts"
import { PostRowsSkeleton } from "./post-rows-skeleton"
import { PostsTable } from "./posts-table"
import { StatusFilter, toStatus } from "./status-filter"

/** The list of posts; what is shown stands in the address, and what is about to go out is watched live. */
export function PostsScreen({ zone }: { zone: string }) {
  const params = useSearchParams()
  const status = toStatus(params.get("status"))
  const cursor = params.get("cursor") ?? undefined
  const posts = useQuery(postQueries.list({ status, cursor }))
  const items = posts.data?.items
  return (
    <>
      <PageHead
        title="Posts"
        state={items ? stateOf(items, status) : ""}
        action={
          items?.length === 0 && !status ? undefined : (
            <span className="flex flex-wrap gap-2">
              <ScheduleDrafts shown={items ?? []} zone={zone} />
              <ComposeLink />
            </span>
          )
        }
      />
      <StatusFilter chosen={status} />
      {posts.isPending ? <PostRowsSkeleton /> : null}
      {posts.isError && !items ? <Failed error={posts.error} retry={() => posts.refetch()} /> : null}
      {items?.length === 0 ? <NoPosts status={status} /> : null}
      {items && items.length > 0 ? <PostsTable posts={items} zone={zone} /> : null}
      <Pages cursor={cursor} next={posts.data?.next_cursor ?? null} status={status} />
    </>
  )
}

function ComposeLink() {
  return (
    <ButtonLink href="/compose" kind="primary">
      <PenLine aria-hidden className="size-4" />
      Compose
    </ButtonLink>
  )
}

function NoPosts({ status }: { status: PostStatus | undefined }) {
  if (status) {
    return (
      <Empty
        drawing={<BellsDrawing />}
        sentence={`No post is in the state “${postStatus[status].word.toLowerCase()}”.`}
        action={<ButtonLink href="/posts">Show all posts</ButtonLink>}
      />
    )
  }
  return (
    <Empty
      drawing={<BellsDrawing />}
      sentence="Nothing is written yet. Compose one video post and choose the accounts it rings on."
      action={<ComposeLink />}
    />
  )
}

function stateOf(posts: readonly Post[], status: PostStatus | undefined): string {
  const waiting = posts.filter((post) => post.status === "needs_you" || post.status === "missed").length
  const count = plural(posts.length, status ? "post shown" : "post", status ? "posts shown" : "posts")
  return waiting > 0 && !status ? `${count}, ${waiting} ${waiting === 1 ? "needs" : "need"} you` : count
}

type PagesProps = { cursor: string | undefined; next: string | null; status: PostStatus | undefined }

function Pages({ cursor, next, status }: PagesProps) {
  if (!cursor && !next) return null
  const address = (at: string | null) => {
    const query = new URLSearchParams({ ...(status ? { status } : {}), ...(at ? { cursor: at } : {}) })
    return `/posts?${query}`
  }
  return (
    <nav aria-label="Pages" className="flex gap-4 pt-4 text-13">
      {cursor ? <AppLink href={address(null)}>Newest posts</AppLink> : null}
      {next ? <AppLink href={address(next)}>Older posts</AppLink> : null}
    </nav>
  )
}
