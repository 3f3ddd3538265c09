"use client"

import { useQuery } from "@tanstack/react-query"
import { PenLine } from "lucide-react"
import { useSearchParams } from "next/navigation"
import type { ReactNode } from "react"
import { AppLink } from "@/components/ui/app-link"
import { ButtonLink } from "@/components/ui/button-link"
import { BellsDrawing } from "@/components/ui/drawings"
import { Empty } from "@/components/ui/empty"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import type { Post, PostStatus } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { postStatus } from "@/lib/status"
import { type PostsView, postsAddress } from "../address"
import { postQueries } from "../api/post-queries"
import { ScheduleDrafts } from "../bulk/schedule-drafts"
import { PostRowsSkeleton } from "./post-rows-skeleton"
import { PostsTable } from "./posts-table"
import { StatusFilter, toStatus } from "./status-filter"
import { ViewSwitch } from "./view-switch"

type GridPlace = {
  status: PostStatus | undefined
  cursor: string | undefined
  empty: ReactNode
  pages: PagesOf
}
type PagesOf = (next: string | null) => ReactNode

/** The posts, as a list or by accounts (the page brings that grid); what is shown stands in the address. */
export function PostsScreen({ zone, grid }: { zone: string; grid: (place: GridPlace) => ReactNode }) {
  const params = useSearchParams()
  const status = toStatus(params.get("status"))
  const cursor = params.get("cursor") ?? undefined
  const view = params.get("view") === "grid" ? "grid" : "list"
  const pages: PagesOf = (next) => <Pages {...{ cursor, next, status, view }} />
  if (view === "list") return <PostList {...{ zone, status, cursor, pages }} />
  return (
    <>
      <Head state="Each post on each account" status={status} view="grid" />
      {grid({ status, cursor, empty: <NoPosts status={status} />, pages })}
    </>
  )
}

type PostListProps = { zone: string; pages: PagesOf } & Pick<GridPlace, "status" | "cursor">

/** One line a post; what is about to go out is watched live. */
function PostList({ zone, status, cursor, pages }: PostListProps) {
  const posts = useQuery(postQueries.list({ status, cursor }))
  const items = posts.data?.items
  return (
    <>
      <Head
        state={items ? stateOf(items, status) : ""}
        status={status}
        view="list"
        isEmpty={items?.length === 0 && !status}
        more={<ScheduleDrafts shown={items ?? []} zone={zone} />}
      />
      {posts.isPending ? <PostRowsSkeleton /> : null}
      {posts.isError && !items ? <Failed error={posts.error} retry={() => posts.refetch()} /> : null}
      {items?.length === 0 ? <NoPosts status={status} /> : null}
      {items && items.length > 0 ? <PostsTable posts={items} zone={zone} /> : null}
      {pages(posts.data?.next_cursor ?? null)}
    </>
  )
}

type HeadProps = {
  state: string
  status: PostStatus | undefined
  view: PostsView
  isEmpty?: boolean
  more?: ReactNode
}

function Head({ state, status, view, isEmpty, more }: HeadProps) {
  const action = isEmpty ? undefined : (
    <span className="flex flex-wrap gap-2">
      {more}
      <ComposeLink />
    </span>
  )
  return (
    <>
      <PageHead title="Posts" state={state} action={action} />
      <div className="flex flex-wrap-reverse items-end justify-between gap-x-4">
        <StatusFilter chosen={status} view={view} />
        <ViewSwitch view={view} status={status} />
      </div>
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
      sentence="Nothing is written yet. Compose one post and choose the accounts it rings on."
      action={<ComposeLink />}
    />
  )
}

function stateOf(posts: readonly Post[], status: PostStatus | undefined): string {
  const waiting = posts.filter((post) => post.status === "needs_you" || post.status === "missed").length
  const count = plural(posts.length, status ? "post shown" : "post", status ? "posts shown" : "posts")
  return waiting > 0 && !status ? `${count}, ${waiting} ${waiting === 1 ? "needs" : "need"} you` : count
}

type PagesProps = {
  cursor: string | undefined
  next: string | null
  status: PostStatus | undefined
  view: PostsView
}

function Pages({ cursor, next, status, view }: PagesProps) {
  if (!cursor && !next) return null
  return (
    <nav aria-label="Pages" className="flex gap-4 pt-4 text-13">
      {cursor ? <AppLink href={postsAddress({ view, status })}>Newest posts</AppLink> : null}
      {next ? <AppLink href={postsAddress({ view, status, cursor: next })}>Older posts</AppLink> : null}
    </nav>
  )
}
