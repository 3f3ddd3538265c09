import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { SeriesRule } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { t } from "@/lib/i18n"

export const seriesQueries = {
  all: ["series"] as const,
  list: () =>
    queryOptions({
      queryKey: [...seriesQueries.all, "list"],
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/series", { signal })),
    }),
}

/** Start a series of a post; the key makes a second press harmless. */
export function useStartSeries() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ postId, rule, key }: { postId: string; rule: SeriesRule; key: string }) =>
      unwrap(
        api.POST("/api/v1/series", {
          body: { post_id: postId, rule, consent: true },
          headers: { "Idempotency-Key": key },
        }),
      ),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Change when this and the following come; what they say stays. */
export function useChangeSeries() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, rule }: { id: string; rule: SeriesRule }) =>
      unwrap(
        api.PUT("/api/v1/series/{series_id}", {
          params: { path: { series_id: id } },
          body: { rule, consent: true },
        }),
      ),
    onSuccess: () => client.invalidateQueries(),
  })
}

export function useStopSeries() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, keep_posts }: { id: string; keep_posts: boolean }) =>
      unwrap(
        api.POST("/api/v1/series/{series_id}/stop", {
          params: { path: { series_id: id } },
          body: { keep_posts },
        }),
      ),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Take back that a series was stopped; returns what to say. */
export async function resumeSeries(client: QueryClient, id: string): Promise<string> {
  const series = await unwrap(
    api.POST("/api/v1/series/{series_id}/resume", { params: { path: { series_id: id } } }),
  )
  void client.invalidateQueries()
  return t("The series goes on: {words}.", { words: series.words })
}
