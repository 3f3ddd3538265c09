import type { PostFilter } from "@/lib/api/types"

/** How the posts are shown: one line each, or by accounts. */
export type PostsView = "list" | "grid"

/** Which posts are shown: in one view, of one status, with these words in their captions. */
export type PostsPlace = { view: PostsView; status?: PostFilter | undefined; q?: string | undefined }

/** Return the address of the posts at a place, from one page on. */
export function postsAddress({ view, status, q, cursor }: PostsPlace & { cursor?: string | null }): string {
  const query = new URLSearchParams({
    ...(view === "grid" ? { view } : {}),
    ...(status ? { status } : {}),
    ...(q ? { q } : {}),
    ...(cursor ? { cursor } : {}),
  }).toString()
  return query ? `/posts?${query}` : "/posts"
}
