import type { Compared, Comparison } from "@/lib/api/types"
import { m } from "@/lib/i18n"
import { type DayOf, fillDays } from "../points"

export const compared = {
  views: m("Views by day"),
  reach: m("Views by day per 1 000 followers"),
  followers: m("Followers gained less lost, by day"),
} as const

export type ComparedFigure = keyof typeof compared

/** Return an account's line: one value a day, null where nobody measured or it cannot be told. */
export function lineOf(figure: ComparedFigure, item: Compared, range: Comparison["range"]): DayOf[] {
  const days = fillDays(range, item.days, figure === "followers" ? "followers_net" : "views")
  if (figure !== "reach") return days
  const followers = item.followers
  return days.map((day) => ({
    ...day,
    value: day.value === null || !followers ? null : (1_000 * day.value) / followers,
  }))
}
