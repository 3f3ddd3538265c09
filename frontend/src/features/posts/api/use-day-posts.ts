import { queryOptions, useQuery } from "@tanstack/react-query"
import type { Post, PostStatus } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { pollEvery } from "@/lib/cadence"
import { dayKey } from "@/lib/dates"
import { postQueries } from "./post-queries"

const NEEDS_A_PERSON: readonly PostStatus[] = ["needs_you", "missed", "held", "failed"]
const TIMED: readonly PostStatus[] = ["publishing", "scheduled", "published"]

export type DayPosts = { waiting: Post[]; today: Post[]; next: Post[] }

/** Everything the first page shows, asked for together. */
const dayQuery = queryOptions({
  queryKey: [...postQueries.all, "day"],
  queryFn: async ({ signal }) => {
    const [waiting, timed] = await Promise.all([
      ofStatuses(NEEDS_A_PERSON, signal),
      ofStatuses(TIMED, signal),
    ])
    return { waiting, timed: timed.sort(byDue) }
  },
  refetchInterval: ({ state }) => pollEvery(state.data?.timed.flatMap((post) => post.publications) ?? []),
})

/** Gather what waits for a person, what is due today, and what comes after. */
export function useDayPosts(zone: string) {
  const day = useQuery(dayQuery)
  return { ...day, posts: day.data && toDay(day.data, zone) }
}

function toDay({ waiting, timed }: { waiting: Post[]; timed: Post[] }, zone: string): DayPosts {
  const today = dayKey(Date.now(), zone)
  const isToday = ({ due_at }: Post) => due_at !== null && dayKey(due_at, zone) === today
  return {
    waiting,
    today: timed.filter(isToday),
    next: timed.filter((post) => post.status === "scheduled" && !isToday(post)).slice(0, 5),
  }
}

async function ofStatuses(statuses: readonly PostStatus[], signal: AbortSignal): Promise<Post[]> {
  const lists = await Promise.all(
    statuses.map((status) =>
      unwrap(api.GET("/api/v1/posts", { params: { query: { status, limit: 50 } }, signal })),
    ),
  )
  return lists.flatMap(({ items }) => items)
}

function byDue(one: Post, other: Post): number {
  return (one.due_at ?? "").localeCompare(other.due_at ?? "")
}
