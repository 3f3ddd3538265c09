import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useEffectEvent, useRef } from "react"
import type { Refresh } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { isLive } from "@/lib/live"
import { analyticsQueries } from "./analytics-queries"

const ASK_MS = 2_000
/** While live events tell of every step, asking is only a net beneath them. */
const NET_MS = 10_000

const at = (account_id: string) => ({ params: { path: { account_id } } })

export const refreshQuery = (id: string) =>
  queryOptions({
    queryKey: ["analytics-refresh", id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/analytics/refresh/{account_id}", { ...at(id), signal })),
    refetchInterval: ({ state: { data } }) => {
      if (!data || !isUnderWay(data)) return false
      return isLive() ? NET_MS : ASK_MS
    },
  })

export function isUnderWay({ status }: Pick<Refresh, "status">): boolean {
  return status === "queued" || status === "running"
}

/**
 * Have an account looked at now, and follow it; what it changed is asked for again when it has ended.
 *
 * `onEnd` is told of looks that were asked for here, not of those that come by themselves.
 */
export function useRefresh(id: string, onEnd: (refresh: Refresh) => void) {
  const client = useQueryClient()
  const state = useQuery(refreshQuery(id)).data
  const asked = useRef(false)
  const ask = useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/analytics/refresh/{account_id}", at(id))),
    onSuccess: async (refresh) => {
      asked.current = true
      // An answer still under way is older than this one.
      await client.cancelQueries({ queryKey: refreshQuery(id).queryKey })
      client.setQueryData(refreshQuery(id).queryKey, refresh)
    },
  })
  const before = useRef(state)
  const end = useEffectEvent((refresh: Refresh) => {
    void client.invalidateQueries({ queryKey: analyticsQueries.all })
    if (asked.current) onEnd(refresh)
    asked.current = false
  })
  useEffect(() => {
    if (state && before.current && isUnderWay(before.current) && !isUnderWay(state)) end(state)
    before.current = state
  }, [state])
  return { state, ask, isUnderWay: ask.isPending || (state ? isUnderWay(state) : false) }
}
