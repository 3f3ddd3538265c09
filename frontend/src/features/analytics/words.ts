import type {
  AccountMetrics,
  BestTimes,
  Granularity,
  Metric,
  PostFigures,
  PostOrder,
  Quality,
} from "@/lib/api/types"
import { dateFormat } from "@/lib/date-format"
import { exactCount, percent, plural, signedPercent } from "@/lib/figures"
import { readerLocale } from "@/lib/reader-locale"

export const metricWords: Record<Metric, string> = {
  followers: "Followers",
  followers_gained: "Followers gained and lost",
  views: "Views",
  likes: "Likes",
  comments: "Comments",
  shares: "Shares",
  posts: "Posts published",
  engagement_rate: "Engagement rate",
}

export const granularityWords: Record<Exclude<Granularity, "auto" | "hour">, string> = {
  day: "day",
  week: "week",
  month: "month",
}

export const orderWords: Record<PostOrder, string> = {
  newest: "Newest first",
  views: "Most views",
  gain_7d: "Most views in 7 days",
  viral_score: "Highest score",
}

export const ENGAGEMENT = "Likes, comments and shares for each view."

/** Say by how much a figure changed against as many days before; null where nothing can be said. */
export function changeWords(change: number | null, days: number): string | null {
  if (change === null) return null
  return `${signedPercent(change)} against the ${plural(days, "day")} before`
}

/** Say how good the figures are. */
export function qualityWords({ coverage, held_out, days, days_measured, new_beginnings }: Quality): string {
  const said = [
    coverage === null ? "no views counted yet" : `${percent(coverage)} of views counted daily`,
    days_measured < days ? `${days_measured} of ${days} days measured` : "",
    held_out > 0 ? `${plural(held_out, "sample")} held out` : "",
    new_beginnings > 0 ? `${plural(new_beginnings, "counter")} began anew` : "",
  ]
  return said.filter(Boolean).join("; ")
}

export const QUALITY_HINT =
  "Views counted at least daily; the rest was spread evenly over a longer time without a look. A sample is held out when it looks like a glitch of TikTok's counter, until another one agrees with it."

const scopes: Record<string, string> = {
  "user.info.stats": "follower counts",
  "video.list": "its list of videos",
}

/** Say what an account did not allow, and so cannot be shown. */
export function missingSentence(part: string, scope: string, handle: string): string {
  const what = part === "growth" ? "No follower figures" : "No figures of posts"
  return `${what}: ${handle} did not allow reading ${scopes[scope] ?? scope}. Connect it again and allow it.`
}

const audience: Record<string, string> = {
  age: "age",
  gender: "gender",
  countries: "countries",
  cities: "cities",
  active_hours: "when followers are active",
  watch_time: "watch time",
  average_watch_time: "average watch time",
  full_video_watched_rate: "how many watch to the end",
  reach: "reach",
  traffic_sources: "where views come from",
  profile_views: "profile views",
  saves: "saves",
}

/** Return what TikTok's API does not tell of an audience, in words. */
export function notProvidedWords({ not_provided }: Pick<AccountMetrics["audience"], "not_provided">): string {
  return not_provided.map((name) => audience[name] ?? name.replaceAll("_", " ")).join(", ")
}

const weekday = (place: number, style: "short" | "long") =>
  // The 5th of January 2026 is a Monday.
  dateFormat(readerLocale(), { weekday: style, timeZone: "UTC" }).format(Date.UTC(2026, 0, 5 + place, 12))

export const weekdayNames = (style: "short" | "long" = "short") =>
  Array.from({ length: 7 }, (_, place) => weekday(place, style))

export const clock = (hour: number) => `${String(hour % 24).padStart(2, "0")}:00`

/** Write an hour of the week, 0 being Monday's first: "Tuesday 18:00–19:00". */
export function slotWords(slot: number, style: "short" | "long" = "long"): string {
  return `${weekday(Math.floor(slot / 24), style)} ${clock(slot % 24)}–${clock((slot % 24) + 1)}`
}

/** Say how many more views than in an average hour, 0.2 being a fifth more. */
export function upliftWords(uplift: number): string {
  const share = percent(Math.abs(uplift))
  if (share === percent(0)) return "as many views as in an average hour"
  return `${share} ${uplift > 0 ? "more" : "fewer"} views than in an average hour`
}

/** Say what the best times rest on. */
export function sourceWords({
  source,
  own_share,
  posts,
}: Pick<BestTimes, "source" | "own_share" | "posts">): string {
  if (source === "fleet")
    return `Based on your fleet: the account's own ${plural(posts, "post")} say little yet.`
  if (source === "account") return `Based on this account's ${plural(posts, "post")}.`
  return `Based on both: your fleet, and this account's ${plural(posts, "post")}, which settle ${percent(own_share)} of what was in doubt.`
}

export const confidenceWords: Record<PostFigures["confidence"], string> = {
  none: "nothing to be sure of",
  low: "low: few posts to compare with",
  medium: "medium",
  high: "high",
}

export const partWords: Record<string, string> = {
  reach: "Reach",
  shares: "Shares",
  engagement: "Engagement",
}

/** Say why a post has no score. */
export function noScoreWords(reason: string): string {
  if (reason === "too_few_views") return "It has too few views for a score to mean anything; it takes 30."
  if (reason === "nothing_to_compare_with")
    return "There is nothing to compare it with yet: no earlier post of this account is known at the same age, and the fleet is small."
  if (reason === "too_young") return "A score needs the figures of the first hour; they come soon."
  return "Its figures are not known at any of the ages at which posts are compared: it was first seen too late for the early ones. The score comes with the next one it reaches."
}

/** Write a post's age: "6 h", "3 days". */
export function ageWords(hours: number): string {
  return hours < 48 ? `${hours} h` : plural(Math.round(hours / 24), "day")
}

/** Say how many times the usual views a post has. */
export function timesWords(times: number): string {
  return `${times < 9.95 ? times.toFixed(1).replace(/\.0$/, "") : exactCount(Math.round(times))}×`
}

/** Return what a post is called. */
export function captionOf({ caption }: Pick<PostFigures, "caption">): string {
  return caption.trim() || "No caption"
}
