"use client"

import { t } from "@/lib/i18n"
import { SHORT_WEEKDAYS } from "../weekdays"
import { DayCell } from "./day-cell"
import type { DayPosts } from "./day-posts"
import type { ChipActions } from "./post-chip"

export type DayGridProps = {
  view: "month" | "week"
  days: readonly string[]
  today: string
  /** The day whose month is shown; the others are paler. */
  month: string
  on: DayPosts
  zone: string
  dayAddress: (day: string) => string
  actions: ChipActions
}

/**
 * A month or a week of days. There is no grid of hours: it would lie on the days that have 23 or 25 of them. Posts stand
 * in order under their day, and an odd day says so.
 */
export function DayGrid({ view, days, today, month, on, zone, dayAddress, actions }: DayGridProps) {
  return (
    <div className="hidden tablet:block">
      <div aria-hidden className="grid grid-cols-7 text-12 text-muted *:px-2 *:pb-1">
        {SHORT_WEEKDAYS.map((name) => (
          <span key={t(name)}>{t(name)}</span>
        ))}
      </div>
      <ol className="grid grid-cols-7 border-line border-t border-l">
        {days.map((day) => (
          <DayCell
            key={day}
            {...{ day, view, zone, actions }}
            {...on(day)}
            isToday={day === today}
            isPale={view === "month" && day.slice(0, 7) !== month.slice(0, 7)}
            address={dayAddress(day)}
          />
        ))}
      </ol>
    </div>
  )
}
