import type { CalendarPost } from "@/lib/api/types"
import { dayKey, instantOf, localTime } from "@/lib/dates"
import { t } from "@/lib/i18n"

const DAY = 86_400_000
const HOUR = 3_600_000

export const views = ["month", "week", "day", "agenda"] as const
export type View = (typeof views)[number]
const AGENDA_DAYS = 14

/** Return the day that is `days` later than "2026-11-24"; days of the calendar, so the clocks change nothing. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** Return the Monday to Sunday that `day` is in. */
export function weekOf(day: string): string[] {
  const monday = addDays(day, -((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7))
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index))
}

/** Return the whole weeks that the month of `day` touches. */
export function monthOf(day: string): string[] {
  const first = `${day.slice(0, 7)}-01`
  const weeks = [weekOf(first)]
  for (;;) {
    const next = addDays(weeks.at(-1)?.[0] ?? first, 7)
    if (next.slice(0, 7) !== day.slice(0, 7)) return weeks.flat()
    weeks.push(weekOf(next))
  }
}

/** Return the days a view shows: whole weeks of a month, a week, one day, or the two weeks from a day on. */
export function daysOf(view: View, day: string): string[] {
  if (view === "month") return monthOf(day)
  if (view === "week") return weekOf(day)
  return Array.from({ length: view === "day" ? 1 : AGENDA_DAYS }, (_, index) => addDays(day, index))
}

/** Return the day that shows what comes before (-1) or after (1). */
export function step(day: string, view: View, by: 1 | -1): string {
  if (view !== "month") return addDays(day, by * daysOf(view, day).length)
  const date = new Date(`${day.slice(0, 7)}-01T00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + by)
  return date.toISOString().slice(0, 10)
}

/** Return the day of the calendar a post stands on: when it is due, or what its author thought of. */
export function dayOf(post: Pick<CalendarPost, "due_at" | "local_time">, zone: string): string {
  return post.due_at ? dayKey(post.due_at, zone) : (post.local_time ?? "").slice(0, 10)
}

/**
 * Return the time a post gets when it is put on another day: the same hour on the clock it was planned by, as many days
 * away as it was moved on the calendar.
 */
export function moveTo(
  post: Pick<CalendarPost, "due_at" | "local_time" | "time_zone">,
  toDay: string,
  zone: string,
): { local_time: string; time_zone: string } {
  const own = post.local_time ?? (post.due_at ? localTime(post.due_at, post.time_zone) : `${toDay}T12:00`)
  const away = (Date.parse(`${toDay}T00:00Z`) - Date.parse(`${dayOf(post, zone)}T00:00Z`)) / DAY
  return {
    local_time: `${addDays(own.slice(0, 10), away)}T${own.slice(11, 16)}`,
    time_zone: post.time_zone,
  }
}

/** Tell whether a wall-clock time lies behind us. */
export function hasPassed(local: string, zone: string, now = Date.now()): boolean {
  const instant = instantOf(local, zone)
  return instant !== null && instant < now
}

/** Say what is odd about a day's length; null for a day of 24 hours. */
export function oddDay(day: string, zone: string): string | null {
  const begin = instantOf(`${day}T00:00`, zone)
  const end = instantOf(`${addDays(day, 1)}T00:00`, zone)
  if (begin === null || end === null || end - begin === 24 * HOUR) return null
  const hours = (end - begin) / HOUR
  return hours < 24
    ? t("{hours} h: the clocks go forward", { hours })
    : t("{hours} h: the clocks go back", { hours })
}

/** Return the day a key moves a focused post to; null for keys that move nothing. */
export function dayByKey(key: string, day: string): string | null {
  const days: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
  return key in days ? addDays(day, days[key] ?? 0) : null
}
