"use client"

import { useState } from "react"
import { Chart } from "@/components/charts/chart"
import { Legend, LineMark } from "@/components/charts/legend"
import { Line } from "@/components/charts/marks"
import { countTexts, niceTicks } from "@/components/charts/scale"
import { seriesLook } from "@/components/charts/series-look"
import { Select } from "@/components/ui/field"
import type { Comparison } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { dayKey } from "@/lib/dates"
import { exactCount, signedExact } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { Panel } from "../components/panel"
import { dayTicks, domainOf, pointName } from "../points"
import { startsIn } from "../range"
import { type ComparedFigure, compared, lineOf } from "./figures-compared"

/** One line an account. Looking at a name in the legend brings its line forward. */
export function CompareChart({ comparison, isOld }: { comparison: Comparison; isOld: boolean }) {
  const [figure, setFigure] = useState<ComparedFigure>("views")
  const [looked, setLooked] = useState<string | null>(null)
  const { items, range } = comparison
  const starts = startsIn(range, "day")
  const today = dayKey(Date.now(), range.time_zone)
  const lines = items.map((item, place) => ({
    id: item.account.id,
    name: item.account.handle,
    look: seriesLook(place),
    values: lineOf(figure, item, range).map(({ value }) => value),
  }))
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== null))
  const ticks = niceTicks(Math.min(0, ...known), Math.max(1, ...known))
  const write = (value: number | null | undefined) =>
    value === null || value === undefined
      ? "–"
      : figure === "followers"
        ? signedExact(value)
        : exactCount(Math.round(value))
  return (
    <Panel
      title={t("Over time")}
      isOld={isOld}
      aside={
        <Select
          aria-label={t("Figure")}
          className="tablet:w-72"
          value={figure}
          onChange={(event) => setFigure(event.target.value as ComparedFigure)}
        >
          {Object.entries(compared).map(([value, word]) => (
            <option key={value} value={value}>
              {t(word)}
            </option>
          ))}
        </Select>
      }
    >
      <Chart
        label={t(compared[figure])}
        summary={t("One line for each of {accounts}.", {
          accounts: lines.map(({ name }) => name).join(", "),
        })}
        unit={t("Day")}
        xs={starts.map((_, at) => at)}
        domain={domainOf(starts.length)}
        xTicks={dayTicks(starts)}
        yTicks={ticks}
        yTexts={countTexts(ticks)}
        readings={starts.map((start, at) => ({
          key: start,
          title: pointName(start, "day", range.until, today),
          rows: lines.map(({ name, values, look }) => ({
            name,
            value: write(values[at]),
            mark: <LineMark {...look} />,
          })),
        }))}
        legend={
          <Legend>
            {lines.map(({ id, name, look }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-pressed={looked === id}
                  onClick={() => setLooked(looked === id ? null : id)}
                  className={cn(
                    "flex min-h-6 items-center gap-1.5 rounded-inner hover:text-ink",
                    looked === id && "font-strong text-ink",
                  )}
                >
                  <LineMark {...look} />
                  {name}
                </button>
              </li>
            ))}
          </Legend>
        }
      >
        {(place) =>
          lines.map(({ id, values, look }) => (
            <Line
              key={id}
              place={place}
              xs={starts.map((_, at) => at)}
              values={values}
              {...look}
              isFaded={looked !== null && looked !== id}
            />
          ))
        }
      </Chart>
    </Panel>
  )
}
