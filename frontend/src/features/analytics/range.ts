import type { Days } from "@/lib/api/types"
import { dateFormat } from "@/lib/date-format"
import { day as dayWords, withoutStop, zoneCity } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { readerLocale } from "@/lib/reader-locale"

const LENGTHS = { "7d": 7, "28d": 28, "90d": 90, "365d": 365 } as const
type Length = keyof typeof LENGTHS

/** Which days are asked for: a length up to today, or from one day until another, both included. */
/** What the first page tells of. */
export const GLANCED = { range: "7d" } as const

export type Range = { range: Length } | { range: "custom"; since: string; until: string }

export const lengths = Object.keys(LENGTHS) as Length[]
const USUAL: Range = { range: "28d" }

/** Read the range from an address; the usual one where there is none, or no sense. */
export function readRange(params: { get: (name: string) => string | null }): Range {
  const [range, since, until] = ["range", "since", "until"].map((name) => params.get(name) ?? "")
  if (range === "custom" && isDay(since) && isDay(until)) return { range, since, until }
  const length = lengths.find((one) => one === range)
  return length ? { range: length } : USUAL
}

/** Return what an address says of a range; the usual one goes without saying. */
export function rangeParams(range: Range): Record<"range" | "since" | "until", string> {
  if (range.range === "custom") return range
  return { range: range.range === USUAL.range ? "" : range.range, since: "", until: "" }
}

function isDay(text: string | undefined): text is string {
  return /^\d{4}-\d\d-\d\d$/.test(text ?? "") && !Number.isNaN(Date.parse(text ?? ""))
}

export function lengthWords(length: Length): string {
  return t("{days} days", { days: LENGTHS[length] })
}

/** Return how many days a range has. */
export function countDays({ since, until }: Pick<Days, "since" | "until">): number {
  return Math.round((Date.parse(until) - Date.parse(since)) / DAY_MS) + 1
}

export const DAY_MS = 86_400_000

/** Write a day, "2026-11-24", as "Tue 24 Nov". */
export function dayName(day: string, now = Date.now()): string {
  return dayWords(`${day.slice(0, 10)}T12:00Z`, "UTC", now)
}

/** Write a day where there is little room: "24 Nov". */
export function shortDay(day: string): string {
  const style = { day: "numeric", month: "short", timeZone: "UTC" } as const
  return withoutStop(dateFormat(readerLocale(), style).format(new Date(`${day.slice(0, 10)}T12:00Z`)))
}

export function monthName(day: string): string {
  const style = { month: "long", year: "numeric", timeZone: "UTC" } as const
  return dateFormat(readerLocale(), style).format(new Date(`${day.slice(0, 10)}T12:00Z`))
}

/** Say which days an answer is about, and by whose clock where that is not the reader's. */
export function daysWords({ since, until, time_zone }: Days, zone: string): string {
  const ends = { since: dayName(since), until: dayName(until) }
  return time_zone === zone
    ? t("{since} – {until}", ends)
    : t("{since} – {until}, by the clock of {city}", { ...ends, city: zoneCity(time_zone) })
}

/** Return every first day of the days, weeks (from Monday) or months that a range touches, in order. */
export function startsIn(
  { since, until }: Pick<Days, "since" | "until">,
  by: "day" | "week" | "month",
): string[] {
  const days = Array.from({ length: countDays({ since, until }) }, (_, place) =>
    new Date(Date.parse(since) + place * DAY_MS).toISOString().slice(0, 10),
  )
  return [...new Set(days.map((day) => startOf(day, by)))]
}

function startOf(day: string, by: "day" | "week" | "month"): string {
  if (by === "month") return `${day.slice(0, 7)}-01`
  if (by === "day") return day
  const since = (new Date(day).getUTCDay() + 6) % 7
  return new Date(Date.parse(day) - since * DAY_MS).toISOString().slice(0, 10)
}
