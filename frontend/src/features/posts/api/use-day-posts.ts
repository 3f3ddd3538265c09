import { useQueries } from "@tanstack/react-query"
import type { Post, PostStatus } from "@/lib/api/types"
import { dayKey } from "@/lib/dates"
import { postQueries } from "./post-queries"

const NEEDS_A_PERSON: readonly PostStatus[] = ["needs_you", "missed", "held", "failed"]
const TIMED: readonly PostStatus[] = ["publishing", "scheduled", "published"]

export type DayPosts = {
  isPending: boolean
  error: unknown
  retry: () => void
  waiting: Post[]
  today: Post[]
  next: Post[]
}

/** Gather what the first page shows: what waits for a person, what is due today, and what comes after. */
export function useDayPosts(zone: string): DayPosts {
  const queries = useQueries({
    queries: [...NEEDS_A_PERSON, ...TIMED].map((status) => postQueries.list({ status })),
  })
  const lists = queries.map(({ data }) => data?.items ?? [])
  const waiting = lists.slice(0, NEEDS_A_PERSON.length).flat()
  const timed = lists.slice(NEEDS_A_PERSON.length).flat().sort(byDue)
  const now = Date.now()
  const isToday = ({ due_at }: Post) => due_at !== null && dayKey(due_at, zone) === dayKey(now, zone)
  return {
    isPending: queries.some((query) => query.isPending),
    error: queries.find((query) => query.isError && !query.data)?.error ?? null,
    retry: () => void Promise.all(queries.map((query) => query.refetch())),
    waiting,
    today: timed.filter(isToday),
    next: timed.filter((post) => post.status === "scheduled" && !isToday(post)).slice(0, 5),
  }
}

function byDue(one: Post, other: Post): number {
  return (one.due_at ?? "").localeCompare(other.due_at ?? "")
}
