import { Bars } from "@/components/charts/bars"
import { Chart, type Place } from "@/components/charts/chart"
import { Columns, HeldOut, Line } from "@/components/charts/marks"
import { countTexts, niceTicks } from "@/components/charts/scale"
import { seriesLook } from "@/components/charts/series-look"
import type { Days, Metric } from "@/lib/api/types"
import { dayKey } from "@/lib/dates"
import { exactCount, percent } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { dayTicks, domainOf, type Point, placesOf, pointName, summaryOf } from "../points"
import { metricWords } from "../words"
import { MetricLegend } from "./metric-legend"
import { readingsOf } from "./metric-reading"

type MetricChartProps = {
  metric: Metric
  unit: "day" | "week" | "month"
  range: Days
  points: readonly Point[]
}

/** Followers and rates are a line, all else is bars: what was gained above zero, what was lost below. */
export function MetricChart({ metric, unit, range, points }: MetricChartProps) {
  const isLine = metric === "followers" || metric === "engagement_rate"
  const today = dayKey(Date.now(), range.time_zone)
  const names = points.map(({ start }) => pointName(start, unit, range.until, today))
  const values = points.map(({ value }) => value)
  const marked = {
    gaps: placesOf(points, ({ value }) => value === null),
    spread: placesOf(points, ({ isInterpolated }) => isInterpolated),
    held: placesOf(points, ({ heldOut }) => heldOut > 0),
  }
  const ticks = ticksOf(metric, points)
  const figure = t(metricWords[metric])
  const labels = {
    day: t("{figure} by day", { figure }),
    week: t("{figure} by week", { figure }),
    month: t("{figure} by month", { figure }),
  }
  return (
    <Chart
      label={labels[unit]}
      summary={summaryOf(values, names, metric === "engagement_rate" ? percent : exactCount)}
      unit={{ day: t("Day"), week: t("Week"), month: t("Month") }[unit]}
      xs={points.map((_, at) => at)}
      domain={domainOf(points.length)}
      xTicks={dayTicks(points.map(({ start }) => start))}
      yTicks={ticks}
      yTexts={metric === "engagement_rate" ? ticks.map(percent) : countTexts(ticks)}
      readings={readingsOf(points, metric, names)}
      legend={<MetricLegend metric={metric} points={points} marked={marked} />}
    >
      {(place) => (
        <>
          <Columns place={place} places={marked.gaps} kind="gap" />
          {isLine ? <Columns place={place} places={marked.spread} kind="hatch" /> : null}
          {isLine ? (
            <Line place={place} xs={points.map((_, at) => at)} values={values} {...seriesLook(0)} />
          ) : (
            <PointBars place={place} points={points} />
          )}
          <HeldOut place={place} places={marked.held} />
        </>
      )}
    </Chart>
  )
}

function PointBars({ place, points }: { place: Place; points: readonly Point[] }) {
  const bars = points.flatMap(({ value, gained, lost, isInterpolated }, at) =>
    value === null
      ? []
      : [
          {
            at,
            up: gained ?? Math.max(0, value),
            down: lost ?? Math.max(0, -value),
            isHatched: isInterpolated,
          },
        ],
  )
  return <Bars place={place} bars={bars} />
}

function ticksOf(metric: Metric, points: readonly Point[]): number[] {
  const known = points.filter(({ value }) => value !== null)
  if (metric === "followers") {
    const levels = known.map(({ value }) => value ?? 0)
    return niceTicks(Math.min(...levels), Math.max(...levels))
  }
  const ups = known.map(({ value, gained }) => gained ?? value ?? 0)
  const downs = known.map(({ lost }) => -(lost ?? 0))
  if (metric === "engagement_rate") return niceTicks(0, Math.max(0.01, ...ups), { whole: false })
  return niceTicks(Math.min(0, ...downs), Math.max(1, ...ups))
}
