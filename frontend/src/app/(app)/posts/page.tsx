import type { Metadata } from "next"
import { Preloaded } from "@/components/frame/preloaded"
import { readPosts } from "@/features/posts/address"
import { postQueries } from "@/features/posts/api/post-queries"
import { t } from "@/lib/i18n"
import { readSearch, type SearchParams } from "@/lib/search-params"
import { preload } from "@/lib/session/preload"
import { PostsPanel } from "./posts-panel"

export function generateMetadata(): Metadata {
  return { title: t("Posts") }
}

export default async function PostsPage({ searchParams }: { searchParams: SearchParams }) {
  const { view, status, q, cursor } = readPosts(await readSearch(searchParams))
  const shown = view === "list" ? [postQueries.list({ status, q, cursor })] : []
  return (
    <Preloaded answers={await preload(...shown)}>
      <PostsPanel />
    </Preloaded>
  )
}
