import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { Calendar, CalendarPost } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { calmly } from "@/lib/cadence"
import { withMoved } from "../calendar/day-posts"

export type CalendarRange = {
  from: string
  to: string
  account?: string | undefined
  group?: string | undefined
  per_day?: number | undefined
}

export const calendarQueries = {
  all: ["calendar"] as const,
  range: (range: CalendarRange) =>
    queryOptions({
      queryKey: [...calendarQueries.all, range],
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/calendar", { params: { query: range }, signal })),
      refetchInterval: () => calmly(30_000),
    }),
  /** What TikTok still takes from a post's accounts if it is moved to a time. */
  room: (postId: string, at: number) =>
    queryOptions({
      queryKey: ["quota", "move", postId, at],
      queryFn: ({ signal }) =>
        unwrap(
          api.POST("/api/v1/quota", {
            body: { post_id: postId, at: new Date(at).toISOString(), targets: [], stagger_min: 0 },
            signal,
          }),
        ),
      staleTime: 10_000,
    }),
}

export type Move = { post: CalendarPost; local_time: string; time_zone: string; due_at: string | null }

/** Move a post: shown at its new place at once, put back with the API's sentence when it is refused. */
export function useMovePost() {
  const client = useQueryClient()
  const filter = { queryKey: calendarQueries.all }
  return useMutation({
    mutationFn: ({ post, local_time, time_zone }: Move) =>
      unwrap(
        api.POST("/api/v1/posts/{post_id}/move", {
          params: { path: { post_id: post.id } },
          body: { local_time, time_zone },
        }),
      ),
    onMutate: async ({ post, local_time, time_zone, due_at }) => {
      await client.cancelQueries(filter)
      const before = client.getQueriesData<Calendar>(filter)
      const moved = { ...post, local_time, time_zone, due_at: post.due_at && due_at }
      client.setQueriesData<Calendar>(filter, (calendar) => calendar && withMoved(calendar, moved))
      return { before }
    },
    onError: (_error, _move, kept) => {
      for (const [key, calendar] of kept?.before ?? []) client.setQueryData(key, calendar)
    },
    onSettled: () => client.invalidateQueries(),
  })
}
