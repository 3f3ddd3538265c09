import type { Calendar, CalendarPost } from "@/lib/api/types"
import { dayOf, type View } from "./days"

/** The posts of a day that are shown, in order, and how many it has. */
export type DayPosts = (day: string) => { posts: readonly CalendarPost[]; count: number }

/** How many posts of a day are asked for: what there is room for. A day by itself shows them all. */
export const shownADay: Record<View, number | undefined> = { month: 4, week: 20, day: undefined, agenda: 20 }

/** Sort what the API gave by day. */
export function byDay(calendar: Calendar | undefined, zone: string): DayPosts {
  const posts = Map.groupBy(calendar?.items.toSorted(byTime) ?? [], (post) => dayOf(post, zone))
  const counts = new Map(calendar?.days.map((one) => [one.day, one.posts]))
  return (day) => {
    const shown = posts.get(day) ?? []
    return { posts: shown, count: Math.max(counts.get(day) ?? 0, shown.length) }
  }
}

function byTime(one: CalendarPost, other: CalendarPost): number {
  return (one.due_at ?? one.local_time ?? "").localeCompare(other.due_at ?? other.local_time ?? "")
}

/** Return the calendar as it is once a post stands at another place. */
export function withMoved(calendar: Calendar, moved: CalendarPost): Calendar {
  const before = calendar.items.find(({ id }) => id === moved.id)
  if (!before) return calendar
  const [from, to] = [dayOf(before, calendar.time_zone), dayOf(moved, calendar.time_zone)]
  const items = calendar.items.map((one) => (one.id === moved.id ? moved : one))
  const change = (day: string) => Number(day === to) - Number(day === from)
  const known = calendar.days.some(({ day }) => day === to)
  const days = known ? calendar.days : [...calendar.days, { day: to, posts: 0, drafts: 0 }]
  return { ...calendar, items, days: days.map((one) => ({ ...one, posts: one.posts + change(one.day) })) }
}
