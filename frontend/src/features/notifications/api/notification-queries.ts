import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { MailPreference } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { CALM_MS, calmly } from "@/lib/cadence"

const all = ["notifications"] as const

const page = (query: { limit: number; cursor?: string }, signal: AbortSignal) =>
  unwrap(api.GET("/api/v1/notifications", { params: { query }, signal }))

export const notificationQueries = {
  all,
  /** How much is unread, for the bell. */
  unread: () =>
    queryOptions({
      queryKey: [...all, "unread"],
      queryFn: ({ signal }) => page({ limit: 1 }, signal),
      select: ({ unread }) => unread,
      refetchInterval: () => calmly(CALM_MS),
    }),
  list: () =>
    infiniteQueryOptions({
      queryKey: [...all, "list"],
      queryFn: ({ signal, pageParam }) =>
        page({ limit: 30, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
      initialPageParam: "",
      getNextPageParam: ({ next_cursor }) => next_cursor,
      refetchInterval: () => calmly(CALM_MS),
    }),
  mail: () =>
    queryOptions({
      queryKey: [...all, "mail"],
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/notifications/preferences", { signal })),
    }),
}

/** Mark one as read, or everything told up to an instant. */
export function useReadNotifications() {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: all })
  const one = useMutation({
    mutationFn: (notification_id: string) =>
      unwrap(
        api.POST("/api/v1/notifications/{notification_id}/read", { params: { path: { notification_id } } }),
      ),
    onSettled,
  })
  const upTo = useMutation({
    mutationFn: (until: string) => unwrap(api.POST("/api/v1/notifications/read", { body: { until } })),
    onSettled,
  })
  return { one, upTo }
}

export function useChooseMail() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: MailPreference) => unwrap(api.PUT("/api/v1/notifications/preferences", { body })),
    onSuccess: (chosen) => client.setQueryData(notificationQueries.mail().queryKey, chosen),
  })
}
