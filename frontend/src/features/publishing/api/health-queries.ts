import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
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

/** Publish again after a restore; afterwards everything that shows posts is asked for again. */
export function useRelease() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/publishing/quarantine/release")),
    onSuccess: (health) => client.setQueryData(healthQueries.all, health),
    onSettled: () => client.invalidateQueries(),
  })
}
