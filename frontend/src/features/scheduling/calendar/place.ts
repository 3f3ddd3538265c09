import type { CalendarRange } from "../api/calendar-queries"
import { shownADay } from "./day-posts"
import { daysOf, type View, views } from "./days"

/** Which days are looked at, in which view, and of which account or group of accounts. */
export type CalendarPlace = {
  view: View
  day: string
  account: string | undefined
  group: string | undefined
}

/** Read it from the address; where that makes no sense, the month of `today`. */
export function readPlace(params: { get: (name: string) => string | null }, today: string): CalendarPlace {
  const view = views.find((one) => one === params.get("view")) ?? "month"
  const asked = params.get("day") ?? ""
  const isDay = /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(Date.parse(asked))
  const [account, group] = ["account", "group"].map((name) => params.get(name) ?? undefined)
  return { view, day: isDay ? asked : today, account, group }
}

/** Return what has to be asked for to show a place. */
export function rangeOf({ view, day, account, group }: CalendarPlace): CalendarRange {
  const days = daysOf(view, day)
  return { from: days[0] ?? day, to: days.at(-1) ?? day, account, group, per_day: shownADay[view] }
}
