import type { Retention, RetentionInput } from "@/lib/api/types"
import { fileSize, plural } from "@/lib/figures"

export const FOR_EVER = "Days and posts stay for ever"

/** Say what something takes now, and what it would take about when it is kept for so many days. */
export function sizeWords(bytes: number, bytesADay: number, days: number): string {
  const now = `They take ${fileSize(bytes)} now`
  if (bytesADay === 0) return `${now}; none came in the last week to reckon from.`
  if (!Number.isFinite(days) || days < 1) return `${now}.`
  return `${now}; ${plural(days, "day")} of them take about ${fileSize(bytesADay * days)}.`
}

/** Say what goes when less is kept than now; null when nothing does. */
export function lossWords(before: RetentionInput, after: RetentionInput): string | null {
  const lost = [
    after.raw_days < before.raw_days ? `samples older than ${plural(after.raw_days, "day")}` : "",
    after.hour_days < before.hour_days ? `hours older than ${plural(after.hour_days, "day")}` : "",
  ].filter(Boolean)
  if (lost.length === 0) return null
  const what = lost.join(" and ")
  return `${what[0]?.toUpperCase()}${what.slice(1)} go the next night and cannot be had back. ${FOR_EVER}.`
}

/** Say what was chosen. */
export function savedWords({ raw_days, hour_days }: RetentionInput): string {
  return `Samples are kept for ${plural(raw_days, "day")}, hours for ${plural(hour_days, "day")}.`
}

/** Say how long things are kept, for who cannot change it. */
export function keptWords({ raw_days, hour_days, samples_bytes, hours_bytes }: Retention): string {
  return `Samples are kept for ${plural(raw_days, "day")} and take ${fileSize(samples_bytes)} now; hours for ${plural(hour_days, "day")}, which take ${fileSize(hours_bytes)}.`
}

/** Say what the rest takes. */
export function foreverWords({ days_bytes, posts_bytes }: Retention): string {
  return `${FOR_EVER}: they take ${fileSize(days_bytes + posts_bytes)} now.`
}
