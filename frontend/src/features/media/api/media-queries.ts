import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, unwrap } from "@/lib/api-client"

const WHILE_CHECKING_MS = 1_000

export const mediaQueries = {
  all: ["media"] as const,
  list: () =>
    queryOptions({
      queryKey: [...mediaQueries.all, "list"],
      queryFn: ({ signal }) =>
        unwrap(api.GET("/api/v1/media", { params: { query: { limit: 100 } }, signal })),
      refetchInterval: ({ state }) =>
        state.data?.items.some(({ status }) => status === "checking") ? WHILE_CHECKING_MS : false,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...mediaQueries.all, "detail", id],
      queryFn: ({ signal }) =>
        unwrap(api.GET("/api/v1/media/{asset_id}", { params: { path: { asset_id: id } }, signal })),
      refetchInterval: ({ state }) => (state.data?.status === "checking" ? WHILE_CHECKING_MS : false),
    }),
}

export function useDeleteMedia() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/media/{asset_id}", { params: { path: { asset_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: mediaQueries.all }),
  })
}
