import { queryOptions } from "@tanstack/react-query"
import { api, unwrap } from "@/lib/api-client"
import { CALM_MS } from "@/lib/cadence"

export const healthQueries = {
  tiktok: () =>
    queryOptions({
      queryKey: ["tiktok", "health"],
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/tiktok/health", { signal })),
      refetchInterval: CALM_MS,
    }),
}
