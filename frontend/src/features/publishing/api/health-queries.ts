import { queryOptions } from "@tanstack/react-query"
import { api, unwrap } from "@/lib/api-client"

const ASK_AGAIN_MS = 60_000
/** While something is wrong, or being looked through, people wait for its end. */
const ASK_SOON_MS = 10_000

export const healthQueries = {
  all: ["publishing-health"] as const,
  now: () =>
    queryOptions({
      queryKey: healthQueries.all,
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/publishing/health", { signal })),
      staleTime: 15_000,
      refetchInterval: ({ state: { data } }) =>
        data && (data.quarantine || !data.sweeper.alive) ? ASK_SOON_MS : ASK_AGAIN_MS,
    }),
}
