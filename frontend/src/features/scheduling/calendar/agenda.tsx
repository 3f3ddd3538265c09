"use client"

import type { CalendarPost } from "@/lib/api/types"
import { dayKey, nearDay } from "@/lib/dates"
import { oddDay } from "./days"
import { type ChipActions, PostChip } from "./post-chip"

type AgendaProps = {
  days: readonly string[]
  postsOn: (day: string) => readonly CalendarPost[]
  zone: string
  actions: ChipActions
}

/** The same days on a phone: those with posts, one under the other, and today. */
export function Agenda({ days, postsOn, zone, actions }: AgendaProps) {
  const today = dayKey(Date.now(), zone)
  const shown = days.filter((day) => postsOn(day).length > 0 || day === today)
  return (
    <ol className="grid gap-5 tablet:hidden">
      {shown.map((day) => {
        const odd = oddDay(day, zone)
        return (
          <li key={day} className="grid gap-1.5">
            <h2 className="border-line border-b pb-1 text-13">
              {nearDay(`${day}T12:00Z`, "UTC", Date.parse(`${today}T12:00Z`))}
              {odd ? <span className="pl-2 font-normal text-12 text-needs-you">{odd}</span> : null}
            </h2>
            {postsOn(day).map((post) => (
              <PostChip key={post.id} post={post} zone={zone} isLarge actions={actions} />
            ))}
            {postsOn(day).length === 0 ? <p className="text-13 text-muted">Nothing today.</p> : null}
          </li>
        )
      })}
      {shown.length === 0 ? <li className="text-muted">Nothing stands here yet.</li> : null}
    </ol>
  )
}
