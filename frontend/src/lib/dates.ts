/** Times as people read them. Every function takes the zone: the browser's own is never assumed. */

import { t } from "@/lib/i18n"
import { dateFormat } from "./date-format"
import { readerLocale } from "./reader-locale"

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Return the zone's city as people say it: "Europe/Berlin" → "Berlin". */
export function zoneCity(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ")
}

/** Say whose clock it is: "Berlin time (Europe/Berlin)"; UTC is nobody's. */
export function zoneWords(zone: string): string {
  return zone === "UTC" ? zone : t("{zoneCity} time ({zone})", { zoneCity: zoneCity(zone), zone })
}

/** Write an instant as "Tue 24 Nov, 18:00" in a zone; the year only where it is not this one. */
export function dayAndTime(
  instant: string | number,
  zone: string,
  now = Date.now(),
  lang = readerLocale(),
): string {
  return `${day(instant, zone, now, lang)}, ${time(instant, zone, lang)}`
}

export function time(instant: string | number, zone: string, lang = readerLocale()): string {
  return dateFormat(lang, { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(new Date(instant))
}

export function timeWithSeconds(instant: string, zone: string, lang = readerLocale()): string {
  const style = { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: zone } as const
  return dateFormat(lang, style).format(new Date(instant))
}

/** Write the day: "Today", "Tomorrow", "Yesterday" or "Tue 24 Nov". */
export function nearDay(instant: string, zone: string, now = Date.now(), lang = readerLocale()): string {
  const away = daysBetween(dayKey(now, zone), dayKey(instant, zone))
  const near: Record<number, string> = { [-1]: t("Yesterday"), 0: t("Today"), 1: t("Tomorrow") }
  return near[away] ?? day(instant, zone, now, lang)
}

/** "Tomorrow" inside a sentence is small; a weekday keeps its capital. */
export function inSentence(day: string): string {
  return [t("Today"), t("Tomorrow"), t("Yesterday")].includes(day) ? day.toLowerCase() : day
}

/** Write the day as "Tue 24 Nov"; the year only where it is not this one. */
export function day(instant: string | number, zone: string, now = Date.now(), lang = readerLocale()): string {
  const sameYear = dayKey(instant, zone).slice(0, 4) === dayKey(now, zone).slice(0, 4)
  const style = { weekday: "short", day: "numeric", month: "short", timeZone: zone } as const
  const year = sameYear ? {} : ({ year: "numeric" } as const)
  const text = dateFormat(lang, { ...style, ...year }).format(new Date(instant))
  return withoutStop(text.replace(/^(\p{L}+)\.?, /u, "$1 "))
}

/** Some languages end an abbreviation in a full stop, as a sentence around it does. */
export function withoutStop(text: string): string {
  return text.replace(/\.$/, "")
}

/** Return the calendar day of an instant in a zone, as "2026-11-24". */
export function dayKey(instant: string | number, zone: string): string {
  return localTime(instant, zone).slice(0, 10)
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY)
}

/** Return what a clock on the wall shows, as "2026-11-24T18:00". */
export function localTime(instant: string | number, zone: string): string {
  const style = { dateStyle: "short", timeStyle: "short", timeZone: zone, hourCycle: "h23" } as const
  return dateFormat("sv-SE", style).format(new Date(instant)).replace(" ", "T")
}

/**
 * Return the instant at which a clock in the zone shows `local`; null when that is no time at all.
 *
 * As the API reads them: of an hour that a clock change repeats, the first; one that it skips moves forward.
 */
export function instantOf(local: string, zone: string): number | null {
  return instantsOf(local, zone)?.meant ?? null
}

/** Return every instant at which the clock shows `local` (none, one or two), and the one that is meant by it. */
export function instantsOf(local: string, zone: string): { exact: number[]; meant: number } | null {
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return null
  const before = asUtc - offsetAt(asUtc - DAY, zone)
  const after = asUtc - offsetAt(asUtc + DAY, zone)
  const exact = [...new Set([before, after])].filter((instant) => localTime(instant, zone) === local)
  return { exact, meant: exact[0] ?? before }
}

function offsetAt(instant: number, zone: string): number {
  const whole = Math.floor(instant / MINUTE) * MINUTE
  return Date.parse(`${localTime(whole, zone)}Z`) - whole
}

/** Say how long ago or how soon, in the largest unit that fits. */
export function fromNow(instant: string, now = Date.now(), lang = t("en")): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1000)
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: "auto", style: "short" })
  if (Math.abs(seconds) < 45) return seconds > 0 ? t("in a moment") : t("just now")
  if (Math.abs(seconds) < 3_600) return withoutStop(relative.format(Math.round(seconds / 60), "minute"))
  if (Math.abs(seconds) < 86_400) return withoutStop(relative.format(Math.round(seconds / 3_600), "hour"))
  return withoutStop(relative.format(Math.round(seconds / 86_400), "day"))
}

/** Write a length of time as on a player: "0:05", "1:02:03". */
export function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  const parts = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60), seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0"))).join(":")
}

/** Write how long something will still take: "12 s left", "3 min left". */
export function timeLeft(seconds: number): string {
  if (seconds < 60) return t("{value} s left", { value: Math.max(1, Math.ceil(seconds)) })
  if (seconds < 3_600) return t("{seconds} min left", { seconds: Math.ceil(seconds / 60) })
  return t("{seconds} h {value} min left", {
    seconds: Math.floor(seconds / 3_600),
    value: Math.ceil((seconds % 3_600) / 60),
  })
}
