"use client"

import { AppLink } from "@/components/ui/app-link"
import type { CalendarPost } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { dayKey, day as dayWords } from "@/lib/dates"
import { oddDay } from "./days"
import { type ChipActions, PostChip } from "./post-chip"

const SHOWN_A_DAY = 4
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

export type DayGridProps = {
  view: "month" | "week"
  days: readonly string[]
  /** The day whose month is shown; the others are paler. */
  month: string
  postsOn: (day: string) => readonly CalendarPost[]
  zone: string
  overDay: string | null
  dayAddress: (day: string) => string
  actions: ChipActions
}

/**
 * A month or a week of days. There is no grid of hours: it would lie on the days that have 23 or 25 of them. Posts stand
 * in order under their day, and an odd day says so.
 */
export function DayGrid({ view, days, month, postsOn, zone, overDay, dayAddress, actions }: DayGridProps) {
  const today = dayKey(Date.now(), zone)
  const isPale = (day: string) => view === "month" && day.slice(0, 7) !== month.slice(0, 7)
  return (
    <div className="hidden tablet:block">
      <div aria-hidden className="grid grid-cols-7 text-12 text-muted *:px-2 *:pb-1">
        {WEEKDAYS.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <ol className="grid grid-cols-7 border-line border-t border-l">
        {days.map((day) => {
          const posts = postsOn(day)
          const shown = view === "month" ? posts.slice(0, SHOWN_A_DAY) : posts
          const odd = oddDay(day, zone)
          return (
            <li
              key={day}
              data-day={day}
              aria-label={dayWords(`${day}T12:00Z`, "UTC")}
              aria-current={day === today ? "date" : undefined}
              className={cn(
                "grid min-w-0 content-start gap-1 border-line border-r border-b p-1 transition-colors",
                view === "month" ? "min-h-28" : "min-h-96",
                overDay === day && "bg-tint outline-2 outline-accent -outline-offset-2",
              )}
            >
              <span className="flex min-h-6 flex-wrap items-center gap-x-2 text-12">
                <AppLink
                  href={dayAddress(day)}
                  aria-label={dayWords(`${day}T12:00Z`, "UTC")}
                  className={cn(
                    "tabular grid size-6 place-items-center rounded-full no-underline",
                    day === today
                      ? "bg-accent font-strong text-on-accent hover:bg-accent-deep"
                      : "hover:bg-tint",
                    day !== today && (isPale(day) ? "text-muted" : "font-strong text-ink"),
                  )}
                >
                  {Number(day.slice(8))}
                </AppLink>
                {odd ? <span className="text-needs-you">{odd}</span> : null}
              </span>
              {shown.map((post) => (
                <PostChip
                  key={post.id}
                  post={post}
                  zone={zone}
                  look={view === "week" ? "card" : "line"}
                  actions={actions}
                />
              ))}
              {posts.length > shown.length ? (
                <AppLink href={dayAddress(day)} className="px-1 text-12">
                  {posts.length - shown.length} more
                </AppLink>
              ) : null}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
