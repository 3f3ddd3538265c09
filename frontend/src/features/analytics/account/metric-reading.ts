import type { ReadingOf } from "@/components/charts/reading"
import type { Metric } from "@/lib/api/types"
import { exactCount, percent, plural, signedExact } from "@/lib/figures"
import { NOBODY, SPREAD } from "../components/day-chart"
import type { Point } from "../points"
import { metricWords } from "../words"

/** Say all that is known of one point. */
export function readingOf(point: Point, metric: Metric, title: string): ReadingOf {
  return { key: point.start, title, rows: rowsOf(point, metric), notes: notesOf(point) }
}

function rowsOf({ value, gained, lost }: Point, metric: Metric): ReadingOf["rows"] {
  if (value === null) return [{ name: metricWords[metric], value: "–" }]
  if (metric === "engagement_rate") return [{ name: metricWords[metric], value: percent(value) }]
  if (gained === null || lost === null) return [{ name: metricWords[metric], value: exactCount(value) }]
  if (lost === 0 && metric !== "followers_gained")
    return [{ name: metricWords[metric], value: exactCount(value) }]
  return [
    { name: "Gained", value: exactCount(gained) },
    { name: "Lost", value: exactCount(lost) },
    { name: "Net", value: signedExact(value) },
  ]
}

function notesOf({ value, coverage, isInterpolated, heldOut }: Point): string[] {
  const notes = []
  if (value === null) notes.push(NOBODY)
  else if (isInterpolated) notes.push(SPREAD)
  else if (coverage !== null && coverage < 0.995)
    notes.push(`${percent(coverage)} counted that day, the rest spread`)
  if (heldOut > 0) notes.push(`${plural(heldOut, "sample")} held out`)
  return notes
}
