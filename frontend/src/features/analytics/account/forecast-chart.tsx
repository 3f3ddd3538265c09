import { Chart } from "@/components/charts/chart"
import { FillMark, Legend, LegendItem, LineMark } from "@/components/charts/legend"
import { Band, Line } from "@/components/charts/marks"
import type { ReadingOf } from "@/components/charts/reading"
import { countTexts, niceTicks } from "@/components/charts/scale"
import { seriesLook } from "@/components/charts/series-look"
import type { Forecast } from "@/lib/api/types"
import { exactCount } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { dayTicks, domainOf } from "../points"
import { dayName } from "../range"

const PAST = 42
const known = seriesLook(0)
const likely = { stroke: known.stroke, dash: "5 4" }

/** The days that were, and from there on what is likely, with the band in which it should lie. */
export function ForecastChart({ forecast, name }: { forecast: Forecast; name: string }) {
  const past = forecast.history.slice(-PAST)
  const { days } = forecast
  const last = past.length - 1
  const starts = [...past, ...days].map(({ day }) => day)
  const xs = starts.map((_, at) => at)
  const ticks = niceTicks(
    Math.min(...past.map(({ value }) => value), ...days.map(({ low }) => low)),
    Math.max(...past.map(({ value }) => value), ...days.map(({ high }) => high)),
  )
  const now = past[last]?.value ?? null
  // The band opens at the last day that is known.
  const ahead = now === null ? days : [{ middle: now, low: now, high: now }, ...days]
  const aheadXs = xs.slice(starts.length - ahead.length)
  return (
    <Chart
      label={t("Forecast: {name}", { name })}
      summary={summaryOf(forecast)}
      unit={t("Day")}
      xs={xs}
      domain={domainOf(xs.length)}
      xTicks={dayTicks(starts)}
      yTicks={ticks}
      yTexts={countTexts(ticks)}
      readings={[
        ...past.map(({ day, value }) => reading(day, [{ name, value: count(value) }])),
        ...days.map(({ day, middle, low, high }) =>
          reading(day, [
            { name: t("Likely"), value: count(middle) },
            { name: t("From"), value: count(low) },
            { name: t("To"), value: count(high) },
          ]),
        ),
      ]}
      legend={
        <Legend>
          <LegendItem mark={<LineMark {...known} />}>{name}</LegendItem>
          <LegendItem mark={<LineMark {...likely} />}>{t("likely")}</LegendItem>
          <LegendItem mark={<FillMark kind="band" />}>{t("four of five days lie here")}</LegendItem>
        </Legend>
      }
    >
      {(place) => (
        <>
          <Band
            place={place}
            xs={aheadXs}
            low={ahead.map(({ low }) => low)}
            high={ahead.map(({ high }) => high)}
          />
          <Line
            place={place}
            xs={xs}
            values={[...past.map(({ value }) => value), ...days.map(() => null)]}
            {...known}
          />
          <Line
            place={place}
            xs={xs}
            values={[...past.map((_, at) => (at === last ? now : null)), ...days.map(({ middle }) => middle)]}
            {...likely}
          />
        </>
      )}
    </Chart>
  )
}

const count = (value: number) => exactCount(Math.round(value))

const reading = (day: string, rows: ReadingOf["rows"]): ReadingOf => ({ key: day, title: dayName(day), rows })

function summaryOf({ days }: Forecast): string {
  const end = days.at(-1)
  if (!end) return t("Nothing is foretold.")
  return t("On {day} likely {middle}, between {low} and {high}.", {
    day: dayName(end.day),
    middle: count(end.middle),
    low: count(end.low),
    high: count(end.high),
  })
}
