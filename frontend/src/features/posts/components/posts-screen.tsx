"use client"

import { useQuery } from "@tanstack/react-query"
import { PenLine } from "lucide-react"
import { useRouter, useSearchParams } from "next/navigation"
import type { ReactNode } from "react"
import { AppLink } from "@/components/ui/app-link"
import { ButtonLink } from "@/components/ui/button-link"
import { BellsDrawing } from "@/components/ui/drawings"
import { Empty } from "@/components/ui/empty"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import { SearchField } from "@/components/ui/search-field"
import type { Post } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { type PostsPlace, postsAddress, readPosts } from "../address"
import { postQueries } from "../api/post-queries"
import { DeletePosts } from "../bulk/delete-posts"
import { ScheduleDrafts } from "../bulk/schedule-drafts"
import { PostRowsSkeleton } from "./post-rows-skeleton"
import { PostsTable } from "./posts-table"
import { noneWords, StatusFilter } from "./status-filter"
import { ImportLink, TakePosts } from "./take-posts"
import { ViewSwitch } from "./view-switch"

type GridPlace = PostsPlace & { cursor: string | undefined; empty: ReactNode; pages: PagesOf }
type PagesOf = (next: string | null) => ReactNode

/** The posts, as a list or by accounts (the page brings that grid); what is shown stands in the address. */
export function PostsScreen({ zone, grid }: { zone: string; grid: (place: GridPlace) => ReactNode }) {
  const { cursor, ...place } = readPosts(useSearchParams())
  const pages: PagesOf = (next) => <Pages {...{ place, cursor, next }} />
  if (place.view === "list") return <PostList {...{ zone, place, cursor, pages }} />
  return (
    <>
      <Head state={t("Each post on each account")} place={place} />
      {grid({ ...place, cursor, empty: <NoPosts place={place} />, pages })}
    </>
  )
}

type PostListProps = { zone: string; place: PostsPlace } & Pick<GridPlace, "cursor" | "pages">

/** One line a post; what is about to go out is watched live. */
function PostList({ zone, place, cursor, pages }: PostListProps) {
  const { status, q } = place
  const posts = useQuery(postQueries.list({ status, q, cursor }))
  const items = posts.data?.items
  const narrowed = status !== undefined || q !== undefined
  return (
    <>
      <Head
        state={items ? stateOf(items, narrowed) : ""}
        place={place}
        isEmpty={items?.length === 0 && !narrowed}
        more={<ScheduleDrafts shown={items ?? []} zone={zone} />}
      />
      {posts.isPending ? <PostRowsSkeleton /> : null}
      {posts.isError && !items ? <Failed error={posts.error} retry={() => posts.refetch()} /> : null}
      {items?.length === 0 ? <NoPosts place={place} /> : null}
      {items && items.length > 0 ? <PostsTable posts={items} zone={zone} /> : null}
      <div className="flex flex-wrap items-center justify-between gap-x-4 pt-4">
        {pages(posts.data?.next_cursor ?? null)}
        <DeletePosts shown={items ?? []} />
      </div>
    </>
  )
}

type HeadProps = { state: string; place: PostsPlace; isEmpty?: boolean; more?: ReactNode }

function Head({ state, place, isEmpty, more }: HeadProps) {
  const router = useRouter()
  const action = (
    <span className="flex flex-wrap gap-2">
      {isEmpty ? null : more}
      <ImportLink />
      {isEmpty ? null : <TakePosts place={place} />}
      {isEmpty ? null : <ComposeLink />}
    </span>
  )
  return (
    <>
      <PageHead title={t("Posts")} state={state} action={action} />
      <div className="flex flex-wrap-reverse items-end justify-between gap-x-4">
        <StatusFilter place={place} />
        <div className="flex flex-wrap items-start gap-2 pb-4 max-tablet:w-full">
          <SearchField
            label={t("Search captions")}
            value={place.q ?? ""}
            onSearch={(q) => router.replace(postsAddress({ ...place, q }))}
          />
          <ViewSwitch place={place} />
        </div>
      </div>
    </>
  )
}

function ComposeLink() {
  return (
    <ButtonLink href="/compose" kind="primary">
      <PenLine aria-hidden className="size-4" />
      {t("Compose")}
    </ButtonLink>
  )
}

function NoPosts({ place: { status, q } }: { place: PostsPlace }) {
  if (!status && !q) {
    return (
      <Empty
        drawing={<BellsDrawing />}
        sentence={t("Nothing is written yet. Compose one post and choose the accounts it rings on.")}
        action={<ComposeLink />}
      />
    )
  }
  return (
    <Empty
      drawing={<BellsDrawing />}
      sentence={noneWords(status, q)}
      action={<ButtonLink href="/posts">{t("Show all posts")}</ButtonLink>}
    />
  )
}

function stateOf(posts: readonly Post[], narrowed: boolean): string {
  const waiting = posts.filter((post) => post.status === "needs_you" || post.status === "missed").length
  if (narrowed) return plural(posts.length, "post shown", "posts shown")
  const count = plural(posts.length, "post")
  if (waiting === 0) return count
  return waiting === 1
    ? t("{posts}, {waiting} needs you", { posts: count, waiting })
    : t("{posts}, {waiting} need you", { posts: count, waiting })
}

type PagesProps = { place: PostsPlace; cursor: string | undefined; next: string | null }

function Pages({ place, cursor, next }: PagesProps) {
  if (!cursor && !next) return null
  return (
    <nav aria-label={t("Pages")} className="flex gap-4 text-13">
      {cursor ? <AppLink href={postsAddress(place)}>{t("Newest posts")}</AppLink> : null}
      {next ? <AppLink href={postsAddress({ ...place, cursor: next })}>{t("Older posts")}</AppLink> : null}
    </nav>
  )
}
