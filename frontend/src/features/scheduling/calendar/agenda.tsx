"use client"

import type { CalendarPost } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { dayKey, nearDay } from "@/lib/dates"
import { oddDay } from "./days"
import { type ChipActions, PostChip } from "./post-chip"

type AgendaProps = {
  days: readonly string[]
  postsOn: (day: string) => readonly CalendarPost[]
  zone: string
  /** Only where a grid of days has no room. */
  onPhonesOnly?: boolean
  actions: ChipActions
}

/** Days one under the other: those with posts, and today; one day alone is shown whether anything stands on it or not. */
export function Agenda({ days, postsOn, zone, onPhonesOnly, actions }: AgendaProps) {
  const today = dayKey(Date.now(), zone)
  const shown = days.filter((day) => days.length === 1 || postsOn(day).length > 0 || day === today)
  return (
    <ol className={cn("grid max-w-form gap-5", onPhonesOnly && "tablet:hidden")}>
      {shown.map((day) => {
        const odd = oddDay(day, zone)
        const posts = postsOn(day)
        return (
          <li key={day} className="grid gap-1.5">
            <h2 className="border-line border-b pb-1 text-13">
              {nearDay(`${day}T12:00Z`, "UTC", Date.parse(`${today}T12:00Z`))}
              {odd ? <span className="pl-2 font-normal text-12 text-needs-you">{odd}</span> : null}
            </h2>
            {posts.map((post) => (
              <PostChip key={post.id} post={post} zone={zone} look="row" actions={actions} />
            ))}
            {posts.length === 0 ? (
              <p className="text-13 text-muted">
                {day === today ? "Nothing today." : "Nothing on this day."}
              </p>
            ) : null}
          </li>
        )
      })}
      {shown.length === 0 ? <li className="text-muted">Nothing stands here yet.</li> : null}
    </ol>
  )
}
