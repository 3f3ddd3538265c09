"use client"

import { AppLink } from "@/components/ui/app-link"
import { cn } from "@/lib/cn"
import { nearDay } from "@/lib/dates"
import { t } from "@/lib/i18n"
import type { DayPosts } from "./day-posts"
import { oddDay } from "./days"
import { type ChipActions, PostChip } from "./post-chip"

type AgendaProps = {
  days: readonly string[]
  today: string
  on: DayPosts
  zone: string
  dayAddress: (day: string) => string
  /** Only where a grid of days has no room. */
  onPhonesOnly?: boolean
  actions: ChipActions
}

/** Days one under the other: those with posts, and today; one day alone is shown whether anything stands on it or not. */
export function Agenda({ days, today, on, zone, dayAddress, onPhonesOnly, actions }: AgendaProps) {
  const shown = days.filter((day) => days.length === 1 || on(day).count > 0 || day === today)
  return (
    <ol className={cn("grid max-w-form gap-5", onPhonesOnly && "tablet:hidden")}>
      {shown.map((day) => {
        const odd = oddDay(day, zone)
        const { posts, count } = on(day)
        return (
          <li key={day} className="grid gap-1.5">
            <h2 className="border-line border-b pb-1 text-13">
              {nearDay(`${day}T12:00Z`, "UTC", Date.parse(`${today}T12:00Z`))}
              {odd ? <span className="pl-2 font-normal text-12 text-needs-you">{odd}</span> : null}
            </h2>
            {posts.map((post) => (
              <PostChip key={post.id} post={post} zone={zone} look="row" actions={actions} />
            ))}
            {count > posts.length && days.length > 1 ? (
              <AppLink href={dayAddress(day)} className="min-h-6 text-13">
                {t("{count} more on this day", { count: count - posts.length })}
              </AppLink>
            ) : null}
            {count === 0 ? (
              <p className="text-13 text-muted">
                {day === today ? t("Nothing today.") : t("Nothing on this day.")}
              </p>
            ) : null}
          </li>
        )
      })}
      {shown.length === 0 ? <li className="text-muted">{t("Nothing stands here yet.")}</li> : null}
    </ol>
  )
}
