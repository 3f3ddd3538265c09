import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { PostInput, PostFilter as PostState, SlideshowInput } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { pollEvery } from "@/lib/cadence"

export type PostFilter = {
  status?: PostState | undefined
  account?: string
  q?: string | undefined
  limit?: number
  cursor?: string | undefined
}

export const postQueries = {
  all: ["posts"] as const,
  list: (filter: PostFilter = {}) =>
    queryOptions({
      queryKey: [...postQueries.all, "list", filter],
      queryFn: ({ signal }) =>
        unwrap(api.GET("/api/v1/posts", { params: { query: { limit: 50, ...filter } }, signal })),
      refetchInterval: ({ state }) => pollEvery(state.data?.items.flatMap((post) => post.publications) ?? []),
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...postQueries.all, "detail", id],
      queryFn: ({ signal }) =>
        unwrap(api.GET("/api/v1/posts/{post_id}", { params: { path: { post_id: id } }, signal })),
      refetchInterval: ({ state }) => pollEvery(state.data?.publications ?? []),
    }),
}

type SaveRequest = { id: string | null; key: string } & (
  | { kind: "slideshow"; body: SlideshowInput }
  | { kind: "post"; body: PostInput }
)

const keyed = (key: string) => ({ "Idempotency-Key": key })

/** Make a post, or change one. The key is the same for every try of one submission, so that none makes a second post. */
export function useSavePost() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (request: SaveRequest) => unwrap(save(request)),
    onSuccess: (post) => {
      client.setQueryData(postQueries.detail(post.id).queryKey, post)
      // Not waited for: the form is done as soon as the post is saved.
      void client.invalidateQueries()
    },
  })
}

function save({ id, key, ...what }: SaveRequest) {
  const params = { path: { post_id: id ?? "" } }
  if (what.kind === "slideshow") {
    return id
      ? api.PUT("/api/v1/posts/slideshow/{post_id}", { params, body: what.body })
      : api.POST("/api/v1/posts/slideshow", { body: what.body, headers: keyed(key) })
  }
  return id
    ? api.PUT("/api/v1/posts/{post_id}", { params, body: what.body })
    : api.POST("/api/v1/posts", { body: what.body, headers: keyed(key) })
}
