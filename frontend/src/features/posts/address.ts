import type { PostStatus } from "@/lib/api/types"

/** How the posts are shown: one line each, or by accounts. */
export type PostsView = "list" | "grid"

type Place = { view: PostsView; status?: PostStatus | undefined; cursor?: string | null | undefined }

/** Return the address of the posts in one view, narrowed to one status, from one page on. */
export function postsAddress({ view, status, cursor }: Place): string {
  const query = new URLSearchParams({
    ...(view === "grid" ? { view } : {}),
    ...(status ? { status } : {}),
    ...(cursor ? { cursor } : {}),
  }).toString()
  return query ? `/posts?${query}` : "/posts"
}
