import { queryOptions } from "@tanstack/react-query"
import type { Home } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { CALM_MS, calmly, LIVE_MS } from "@/lib/cadence"

const SOON_MS = 3 * 60_000

export const homeQueries = {
  all: ["home"] as const,
  /** The first page's posts: what waits for a person, today, and what comes next. */
  show: () =>
    queryOptions({
      queryKey: homeQueries.all,
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/home", { signal })),
      refetchInterval: ({ state }) => calmly(isBusy(state.data) ? LIVE_MS : CALM_MS),
    }),
}

/** Tell whether something is on its way or about to go out. */
function isBusy(home: Home | undefined, now = Date.now()): boolean {
  const near = [...(home?.today ?? []), ...(home?.next ?? [])]
  return near.some(
    ({ status, due_at }) =>
      status === "publishing" ||
      (status === "scheduled" && due_at !== null && Date.parse(due_at) - now < SOON_MS),
  )
}
