import { FillMark, HatchMark, HeldOutMark, Legend, LegendItem, LineMark } from "@/components/charts/legend"
import { seriesLook } from "@/components/charts/series-look"
import type { Metric } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import type { Point } from "../points"
import { metricWords } from "../words"

type MetricLegendProps = {
  metric: Metric
  points: readonly Point[]
  marked: { gaps: readonly number[]; spread: readonly number[]; held: readonly number[] }
}

/** What the marks mean, of those that are there. */
export function MetricLegend({ metric, points, marked }: MetricLegendProps) {
  const isLine = metric === "followers" || metric === "engagement_rate"
  const loses = points.some(({ lost }) => (lost ?? 0) > 0)
  const bar = loses ? t("gained") : t(metricWords[metric])
  return (
    <Legend>
      {isLine ? (
        <LegendItem mark={<LineMark {...seriesLook(0)} />}>{t(metricWords[metric])}</LegendItem>
      ) : (
        <LegendItem mark={<FillMark kind="gained" />}>{bar}</LegendItem>
      )}
      {loses ? <LegendItem mark={<FillMark kind="lost" />}>{t("lost")}</LegendItem> : null}
      {marked.spread.length > 0 ? (
        <LegendItem mark={<HatchMark />}>{t("spread, not counted that day")}</LegendItem>
      ) : null}
      {marked.gaps.length > 0 ? (
        <LegendItem mark={<FillMark kind="gap" />}>{t("nobody measured")}</LegendItem>
      ) : null}
      {marked.held.length > 0 ? (
        <LegendItem mark={<HeldOutMark />}>{t("samples held out")}</LegendItem>
      ) : null}
    </Legend>
  )
}
