import type { ReadingOf } from "@/components/charts/reading"
import type { Metric } from "@/lib/api/types"
import { exactCount, percent, plural, signedExact } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { NOBODY, SPREAD } from "../components/day-chart"
import type { Point } from "../points"
import { metricWords } from "../words"

/** Say all that is known of a row of points. Gains and losses are apart everywhere once anything was lost. */
export function readingsOf(points: readonly Point[], metric: Metric, names: readonly string[]): ReadingOf[] {
  const isApart = metric === "followers_gained" || points.some(({ lost }) => (lost ?? 0) > 0)
  return points.map((point, at) => ({
    key: point.start,
    title: names[at] ?? point.start,
    rows: isApart ? apart(point) : [{ name: t(metricWords[metric]), value: written(point.value, metric) }],
    notes: notesOf(point),
  }))
}

function apart({ value, gained, lost }: Point): ReadingOf["rows"] {
  const known = value !== null && gained !== null && lost !== null
  return [
    { name: t("Gained"), value: known ? exactCount(gained) : "–" },
    { name: t("Lost"), value: known ? exactCount(lost) : "–" },
    { name: t("Net"), value: known ? signedExact(value) : "–" },
  ]
}

function written(value: number | null, metric: Metric): string {
  if (value === null) return "–"
  return metric === "engagement_rate" ? percent(value) : exactCount(value)
}

function notesOf({ value, coverage, isInterpolated, heldOut }: Point): string[] {
  const notes: string[] = []
  if (value === null) notes.push(t(NOBODY))
  else if (isInterpolated) notes.push(t(SPREAD))
  else if (coverage !== null && coverage < 0.995)
    notes.push(t("{coverage} counted that day, the rest spread", { coverage: percent(coverage) }))
  if (heldOut > 0) notes.push(t("{samples} held out", { samples: plural(heldOut, "sample") }))
  return notes
}
