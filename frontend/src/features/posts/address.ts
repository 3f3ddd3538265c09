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

/** What the posts can be narrowed to. */
export const postFilters: readonly PostFilter[] = [
  "waiting",
  "draft",
  "scheduled",
  "publishing",
  "published",
  "needs_you",
  "held",
  "failed",
  "missed",
  "cancelled",
]

/** Read which posts an address asks for; what it does not know is as if it were not there. */
export function readPosts(params: URLSearchParams): PostsPlace & { cursor: string | undefined } {
  return {
    view: params.get("view") === "grid" ? "grid" : "list",
    status: postFilters.find((status) => status === params.get("status")),
    q: params.get("q") || undefined,
    cursor: params.get("cursor") ?? undefined,
  }
}
