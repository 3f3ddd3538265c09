import type { SeriesWanted } from "../api/analytics-queries"
import { countDays, type Range } from "../range"
import { granularityWords, metricWords } from "../words"

type Unit = keyof typeof granularityWords

/** Read from the address which figure is shown over time, and how it is grouped: by what the range is long enough for. */
export function wantedSeries(params: { get: (name: string) => string | null }, range: Range) {
  const metric = oneOf(metricWords, params.get("metric")) ?? "followers"
  const granularity = oneOf(granularityWords, params.get("by")) ?? usualUnit(range)
  return { metric, granularity } satisfies SeriesWanted
}

function usualUnit(range: Range): Unit {
  if (range.range === "365d") return "week"
  if (range.range !== "custom") return "day"
  const days = countDays(range)
  return days > 400 ? "month" : days > 120 ? "week" : "day"
}

function oneOf<Word extends string>(words: Record<Word, unknown>, asked: string | null): Word | undefined {
  return (Object.keys(words) as Word[]).find((word) => word === asked)
}
