import type { DayFigures, Granularity, TimeSeries } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { dayName, monthName, shortDay, startsIn } from "./range"

/** One place on the axis of time: what was told of it, or that nobody told anything. */
export type Point = {
  start: string
  value: number | null
  gained: number | null
  lost: number | null
  coverage: number | null
  isInterpolated: boolean
  heldOut: number
}

const nobody = (start: string): Point => ({
  start,
  value: null,
  gained: null,
  lost: null,
  coverage: null,
  isInterpolated: false,
  heldOut: 0,
})

/** Return a point for every day, week or month of a range; those that the API leaves out were not measured. */
export function fillPoints({ range, granularity, points }: TimeSeries): Point[] {
  const told = new Map(points.map((point) => [point.start.slice(0, 10), point]))
  return startsIn(range, unitOf(granularity)).map((start) => {
    const point = told.get(start)
    if (!point) return nobody(start)
    const { value, gained, lost, coverage, is_interpolated, held_out } = point
    return { start, value, gained, lost, coverage, isInterpolated: is_interpolated, heldOut: held_out }
  })
}

export type DayOf = { start: string; value: number | null; isInterpolated: boolean }

/** Return one figure for every day of a range. */
export function fillDays(
  range: TimeSeries["range"],
  days: readonly DayFigures[],
  figure: "views" | "followers_net",
): DayOf[] {
  const told = new Map(days.map((one) => [one.day, one]))
  return startsIn(range, "day").map((start) => {
    const day = told.get(start)
    return { start, value: day?.[figure] ?? null, isInterpolated: day?.is_interpolated ?? false }
  })
}

export function unitOf(granularity: Granularity): "day" | "week" | "month" {
  return granularity === "week" || granularity === "month" ? granularity : "day"
}

/** Say which day, week or month a point is; of the one that goes on it is only told what came so far. */
export function pointName(
  start: string,
  unit: "day" | "week" | "month",
  until: string,
  today: string,
): string {
  const name =
    unit === "day"
      ? dayName(start)
      : unit === "week"
        ? t("Week of {day}", { day: dayName(start) })
        : monthName(start)
  const isLast = start === startsIn({ since: until, until }, unit)[0]
  return isLast && until === today ? t("{name}, so far", { name }) : name
}

/** Return where words stand below an axis of days: each day is one step. */
export function dayTicks(starts: readonly string[]): { at: number; text: string }[] {
  return starts.map((start, at) => ({ at, text: shortDay(start) }))
}

export const domainOf = (count: number): [number, number] => [-0.5, Math.max(count, 1) - 0.5]

export const placesOf = <Item>(items: readonly Item[], is: (item: Item) => boolean): number[] =>
  items.flatMap((item, place) => (is(item) ? [place] : []))

/** Say what there is to see in a row of figures. */
export function summaryOf(
  values: readonly (number | null)[],
  names: readonly string[],
  write: (value: number) => string,
): string {
  const known = values.flatMap((value, place) =>
    value === null ? [] : [{ value, name: names[place] ?? "" }],
  )
  if (known.length === 0) return t("Nothing was measured.")
  const most = known.reduce((one, other) => (other.value > one.value ? other : one))
  const least = known.reduce((one, other) => (other.value < one.value ? other : one))
  const gaps = values.length - known.length
  const ends = t("Highest {most}, {most_at}; lowest {least}, {least_at}.", {
    most: write(most.value),
    most_at: most.name,
    least: write(least.value),
    least_at: least.name,
  })
  if (gaps === 0) return ends
  return `${ends} ${t("{gaps} of {count} were not measured.", { gaps, count: values.length })}`
}
