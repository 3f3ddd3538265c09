import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { MediaAsset } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { calmly } from "@/lib/cadence"
import { spare, type Wish } from "../library/wish"
import { mediaQueries } from "./media-queries"

const PAGE = 60
const WHILE_CHECKING_MS = 1_000

export const libraryQueries = {
  /** The files that are wished for, a page after the other. */
  pages: (wish: Wish) =>
    infiniteQueryOptions({
      queryKey: [...mediaQueries.lists, "pages", spare(wish)],
      queryFn: ({ signal, pageParam }) => {
        const query = { ...spare(wish), limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }
        return unwrap(api.GET("/api/v1/media", { params: { query }, signal }))
      },
      initialPageParam: "",
      getNextPageParam: ({ next_cursor }) => next_cursor,
      refetchInterval: ({ state }) => {
        const isChecking = state.data?.pages.some(({ items }) =>
          items.some((one) => one.status === "checking"),
        )
        return isChecking ? calmly(WHILE_CHECKING_MS) : false
      },
    }),
  count: ({ sort: _, ...wish }: Wish) =>
    queryOptions({
      queryKey: [...mediaQueries.lists, "count", spare({ ...wish, sort: "newest" })],
      queryFn: ({ signal }) => {
        const query = spare({ ...wish, sort: "newest" })
        return unwrap(api.GET("/api/v1/media/count", { params: { query }, signal }))
      },
    }),
  tags: () =>
    queryOptions({
      queryKey: [...mediaQueries.lists, "tags"],
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/media/tags", { signal })),
    }),
  holders: (id: string) =>
    queryOptions({
      queryKey: ["posts", "with-media", id],
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/media/{asset_id}/posts", {
            params: { path: { asset_id: id }, query: { limit: 20 } },
            signal,
          }),
        ),
    }),
  /** What deleting these files would do. */
  deletion: (ids: readonly string[]) =>
    queryOptions({
      queryKey: [...mediaQueries.lists, "deletion", ...ids],
      queryFn: ({ signal }) =>
        unwrap(api.POST("/api/v1/media/delete/preview", { body: { ids: [...ids] }, signal })),
      staleTime: 0,
    }),
}

const keyed = (key: string) => ({ "Idempotency-Key": key })

/** Change something about files; whatever shows files is asked for anew. */
function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () => void client.invalidateQueries({ queryKey: mediaQueries.all }),
  })
}

/** Change one file; what is shown of it is the answer at once. Changes follow each other in the order they were made. */
function useChangeOne<Input>(id: string, mutationFn: (input: Input) => Promise<MediaAsset>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    scope: { id: `media-${id}` },
    onSuccess: (file) => {
      client.setQueryData(mediaQueries.detail(id).queryKey, file)
      void client.invalidateQueries({ queryKey: mediaQueries.lists })
    },
  })
}

export function useRename(id: string) {
  const params = { path: { asset_id: id } }
  return useChangeOne(id, (file_name: string) =>
    unwrap(api.PATCH("/api/v1/media/{asset_id}", { params, body: { file_name } })),
  )
}

export function useSetTags(id: string) {
  const params = { path: { asset_id: id } }
  return useChangeOne(id, (tags: string[]) =>
    unwrap(api.PUT("/api/v1/media/{asset_id}/tags", { params, body: { tags } })),
  )
}

export type TagChange = { ids: string[]; add: string[]; remove: string[] }

export function useChangeTags() {
  return useChange((body: TagChange) =>
    unwrap(api.POST("/api/v1/media/tags", { body, headers: keyed(crypto.randomUUID()) })),
  )
}

/** The key is the same for every try at deleting the same files at one place. */
export function useDeleteMany(key: string) {
  return useChange((ids: string[]) =>
    unwrap(api.POST("/api/v1/media/delete", { body: { ids }, headers: keyed(key) })),
  )
}

export function useRestore() {
  return useChange((ids: string[]) =>
    unwrap(api.POST("/api/v1/media/restore", { body: { ids }, headers: keyed(crypto.randomUUID()) })),
  )
}
