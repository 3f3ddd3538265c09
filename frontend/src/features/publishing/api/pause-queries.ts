import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, unwrap } from "@/lib/api-client"

const ASK_AGAIN_MS = 60_000

export const pauseQueries = {
  all: ["pauses"] as const,
  list: () =>
    queryOptions({
      queryKey: pauseQueries.all,
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/pauses", { signal })),
      staleTime: 15_000,
      refetchInterval: ASK_AGAIN_MS,
    }),
}

/** Pausing and resuming; afterwards everything that shows posts is asked for again. */
export function usePauseSwitch() {
  const client = useQueryClient()
  // Not waited for: the bar that says how it went is gone once nothing is paused.
  const onSettled = () => void client.invalidateQueries()
  const pauseWorkspace = useMutation({
    mutationFn: () => unwrap(api.PUT("/api/v1/workspace/pause")),
    onSettled,
  })
  const resumeWorkspace = useMutation({
    mutationFn: () => unwrap(api.DELETE("/api/v1/workspace/pause")),
    onSettled,
  })
  const resumeAccount = useMutation({
    mutationFn: (account_id: string) =>
      unwrap(api.DELETE("/api/v1/accounts/{account_id}/pause", { params: { path: { account_id } } })),
    onSettled,
  })
  return { pauseWorkspace, resumeWorkspace, resumeAccount }
}
