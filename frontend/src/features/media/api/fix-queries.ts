import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { MediaFix } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { mediaQueries } from "./media-queries"

const WHILE_MENDING_MS = 1_000

export const isLive = ({ state }: Pick<MediaFix, "state">) => state === "pending" || state === "running"

export const fixQueries = {
  verdict: (id: string, accountIds: readonly string[]) =>
    queryOptions({
      queryKey: [...mediaQueries.all, "verdict", id, ...accountIds],
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/media/{asset_id}/verdict", {
            params: { path: { asset_id: id }, query: { accounts: [...accountIds] } },
            signal,
          }),
        ),
    }),
  list: (id: string) =>
    queryOptions({
      queryKey: [...mediaQueries.all, "fixes", id],
      queryFn: ({ signal }) =>
        unwrap(api.GET("/api/v1/media/{asset_id}/fixes", { params: { path: { asset_id: id } }, signal })),
      refetchInterval: ({ state }) => (state.data?.some(isLive) ? WHILE_MENDING_MS : false),
    }),
}

export type FixWish = { fixes: MediaFix["fixes"]; longest_ms?: number | null }

export function useFixMedia(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: FixWish) =>
      unwrap(api.POST("/api/v1/media/{asset_id}/fix", { params: { path: { asset_id: id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: fixQueries.list(id).queryKey }),
  })
}

export function useCancelFix(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (fixId: string) =>
      unwrap(
        api.POST("/api/v1/media/{asset_id}/fixes/{fix_id}/cancel", {
          params: { path: { asset_id: id, fix_id: fixId } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: fixQueries.list(id).queryKey }),
  })
}
