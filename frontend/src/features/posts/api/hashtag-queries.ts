import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { HashtagGroup } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"

export const hashtagQueries = {
  list: () =>
    queryOptions({
      queryKey: ["hashtag-groups"] as const,
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/hashtag-groups", { signal })),
    }),
}

type Wanted = { id: string | null; name: string; tags: string[] }

/** Save a new group, or change one. */
export function useSaveGroup() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: Wanted) =>
      unwrap(
        id
          ? api.PUT("/api/v1/hashtag-groups/{group_id}", { params: { path: { group_id: id } }, body })
          : api.POST("/api/v1/hashtag-groups", { body }),
      ),
    onSuccess: () => client.invalidateQueries(hashtagQueries.list()),
  })
}

export function useDeleteGroup() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: HashtagGroup) =>
      unwrap(api.DELETE("/api/v1/hashtag-groups/{group_id}", { params: { path: { group_id: id } } })),
    onSuccess: () => client.invalidateQueries(hashtagQueries.list()),
  })
}
