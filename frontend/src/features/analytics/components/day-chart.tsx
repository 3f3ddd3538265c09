import type { ReactNode } from "react"
import { Bars } from "@/components/charts/bars"
import { Chart } from "@/components/charts/chart"
import { FillMark, HatchMark, Legend, LegendItem } from "@/components/charts/legend"
import { Columns } from "@/components/charts/marks"
import { countTexts, niceTicks } from "@/components/charts/scale"
import { exactCount, signedExact } from "@/lib/figures"
import { m, t } from "@/lib/i18n"
import { type DayOf, dayTicks, domainOf, placesOf, pointName, summaryOf } from "../points"

type DayChartProps = {
  label: string
  /** What a bar is called. */
  name: string
  days: readonly DayOf[]
  today: string
  /** Whether the figure is a change, written with its sign. */
  isChange?: boolean
}

/** One bar a day: what came stands up, what went hangs down, and a day that nobody measured is empty. */
export function DayChart({ label, name, days, today, isChange = false }: DayChartProps) {
  const values = days.map(({ value }) => value)
  const known = values.filter((value) => value !== null)
  const ticks = niceTicks(Math.min(0, ...known), Math.max(1, ...known))
  const write = isChange ? signedExact : exactCount
  const names = days.map(({ start }) => pointName(start, "day", days.at(-1)?.start ?? start, today))
  const spread = placesOf(days, ({ isInterpolated }) => isInterpolated)
  const gaps = placesOf(days, ({ value }) => value === null)
  if (known.length === 0) return <NothingMeasured />
  const hasLoss = known.some((value) => value < 0)
  return (
    <Chart
      label={label}
      summary={summaryOf(values, names, write)}
      unit={t("Day")}
      xs={days.map((_, at) => at)}
      domain={domainOf(days.length)}
      xTicks={dayTicks(days.map(({ start }) => start))}
      yTicks={ticks}
      yTexts={countTexts(ticks)}
      readings={days.map(({ start, value, isInterpolated }, at) => ({
        key: start,
        title: names[at] ?? start,
        rows: [{ name, value: value === null ? "–" : write(value) }],
        notes: value === null ? [t(NOBODY)] : isInterpolated ? [t(SPREAD)] : [],
      }))}
      legend={
        <Legend>
          <LegendItem mark={<FillMark kind="gained" />}>{hasLoss ? t("gained") : name}</LegendItem>
          {hasLoss ? <LegendItem mark={<FillMark kind="lost" />}>{t("lost")}</LegendItem> : null}
          {spread.length > 0 ? (
            <LegendItem mark={<HatchMark />}>{t("spread, not counted that day")}</LegendItem>
          ) : null}
          {gaps.length > 0 ? (
            <LegendItem mark={<FillMark kind="gap" />}>{t("nobody measured")}</LegendItem>
          ) : null}
        </Legend>
      }
    >
      {(place) => (
        <>
          <Columns place={place} places={gaps} kind="gap" />
          <Bars
            place={place}
            bars={days.flatMap(({ value, isInterpolated }, at) =>
              value === null
                ? []
                : [{ at, up: Math.max(0, value), down: Math.max(0, -value), isHatched: isInterpolated }],
            )}
          />
        </>
      )}
    </Chart>
  )
}

export const NOBODY = m("Nobody measured")
export const SPREAD = m("Spread evenly: nobody looked for more than a day")

/** Stands where a chart would: two looks make the first figure. */
export function NothingMeasured({ children }: { children?: ReactNode }) {
  return (
    <p className="mx-auto grid min-h-69 max-w-[48ch] place-items-center text-center text-muted">
      {children ??
        t(
          "Nothing was measured in these days. Figures are collected from when an account is connected, and it takes two looks to see what changed.",
        )}
    </p>
  )
}
