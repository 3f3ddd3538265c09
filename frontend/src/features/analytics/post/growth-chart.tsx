import { Chart, type Place } from "@/components/charts/chart"
import { FillMark, Legend, LegendItem, LineMark } from "@/components/charts/legend"
import { Line } from "@/components/charts/marks"
import { countTexts, niceTicks } from "@/components/charts/scale"
import { seriesLook } from "@/components/charts/series-look"
import type { PostFigures } from "@/lib/api/types"
import { exactCount } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { ageWords } from "../words"
import { type Counter, type Grown, lastExpected, WEEK_H } from "./growth"

/** Room for what comes, while a post is young. */
const LEAST_H = 6
const TICKS_H = [1, 3, 6, 12, 24, 72, 168, 336, 720, 2_160, 8_760]

type GrowthChartProps = { post: PostFigures; grown: readonly Grown[]; counter: Counter; name: string }

/** A post's totals by its age: the first hours take as much room as the last weeks. */
export function GrowthChart({ post, grown, counter, name }: GrowthChartProps) {
  const expected = counter === "views" ? lastExpected(post) : null
  const band = expected && expected.came === null ? expected : null
  const xs = grown.map(({ age_h }) => place(age_h))
  const ages = grown.map(({ age_h }) => age_h)
  const last = Math.max(LEAST_H, ...ages, band ? WEEK_H : 0)
  const first = Math.min(...ages, last / LEAST_H)
  const values = grown.map(({ value }) => value)
  const ticks = niceTicks(0, Math.max(1, band?.high ?? 0, ...values.map((value) => value ?? 0)))
  const label = t("{name} by age", { name })
  return (
    <Chart
      label={label}
      summary={summaryOf(grown)}
      unit={t("Age")}
      xs={xs}
      domain={[place(first) - 0.1, place(last) + 0.2]}
      xTicks={TICKS_H.filter((age) => age >= first && age <= last).map((age) => ({
        at: place(age),
        text: ageWords(age),
      }))}
      yTicks={ticks}
      yTexts={countTexts(ticks)}
      readings={grown.map(({ age_h, value, isNow }) => ({
        key: `${age_h}`,
        title: isNow
          ? t("At the last look, {age} old", { age: ageWords(Math.max(1, Math.round(age_h))) })
          : t("At {age}", { age: ageWords(age_h) }),
        rows: [{ name, value: value === null ? "–" : exactCount(value) }],
        notes: value === null ? [t("Nobody looked near enough to that age")] : [],
      }))}
      legend={
        <Legend>
          <LegendItem mark={<LineMark {...seriesLook(0)} />}>{t("{name} so far", { name })}</LegendItem>
          {band ? <LegendItem mark={<FillMark kind="band" />}>{t("expected at 7 days")}</LegendItem> : null}
        </Legend>
      }
    >
      {(drawn) => (
        <>
          {band ? <Expectation drawn={drawn} {...band} /> : null}
          <Line place={drawn} xs={xs} values={values} dots {...seriesLook(0)} />
        </>
      )}
    </Chart>
  )
}

const place = (hours: number) => Math.log2(Math.max(hours, 0.25))

/** Between what the views at seven days should lie, as an upright band. */
function Expectation({
  drawn,
  low,
  high,
  middle,
}: {
  drawn: Place
  low: number
  high: number
  middle: number | null
}) {
  const at = drawn.x(place(WEEK_H))
  return (
    <g data-mark="expected">
      <rect
        x={at - 6}
        width="12"
        y={drawn.y(high)}
        height={Math.max(2, drawn.y(low) - drawn.y(high))}
        className="fill-series-1 opacity-20"
      />
      {middle === null ? null : (
        <path d={`M${at - 6} ${drawn.y(middle)}h12`} className="stroke-series-1" strokeWidth="2" />
      )}
    </g>
  )
}

function summaryOf(grown: readonly Grown[]): string {
  const known = grown.filter(({ value }) => value !== null)
  const end = known.at(-1)
  if (!end) return t("Nothing is known yet.")
  return t("{total} at {age}; {count} ages are known.", {
    total: exactCount(end.value ?? 0),
    age: ageWords(Math.max(1, Math.round(end.age_h))),
    count: known.length,
  })
}
