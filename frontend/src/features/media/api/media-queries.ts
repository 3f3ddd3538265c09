import { queryOptions } from "@tanstack/react-query"
import { api, unwrap } from "@/lib/api-client"

const WHILE_CHECKING_MS = 1_000

export const mediaQueries = {
  all: ["media"] as const,
  /** Whatever lists files (library-queries.ts). */
  lists: ["media", "list"] as const,
  detail: (id: string) =>
    queryOptions({
      queryKey: [...mediaQueries.all, "detail", id],
      queryFn: ({ signal }) =>
        unwrap(api.GET("/api/v1/media/{asset_id}", { params: { path: { asset_id: id } }, signal })),
      refetchInterval: ({ state }) => (state.data?.status === "checking" ? WHILE_CHECKING_MS : false),
    }),
}
