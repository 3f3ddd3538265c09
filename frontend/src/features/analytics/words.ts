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
import { fewDecimals } from "@/lib/decimals"
import { exactCount, percent, plural, signedPercent } from "@/lib/figures"
import { type Message, m, t } from "@/lib/i18n"
import { readerLocale } from "@/lib/reader-locale"

export const metricWords: Record<Metric, Message> = {
  followers: m("Followers"),
  followers_gained: m("Followers gained and lost"),
  views: m("Views"),
  likes: m("Likes"),
  comments: m("Comments"),
  shares: m("Shares"),
  posts: m("Posts published"),
  engagement_rate: m("Engagement rate"),
}

export const granularityWords: Record<Exclude<Granularity, "auto" | "hour">, Message> = {
  day: m("by day"),
  week: m("by week"),
  month: m("by month"),
}

export const orderWords: Record<PostOrder, Message> = {
  newest: m("Newest first"),
  views: m("Most views"),
  gain_7d: m("Most views in 7 days"),
  viral_score: m("Highest score"),
}

export const ENGAGEMENT = m("Likes, comments and shares for each view.")

/** Say by how much a figure changed against as many days before; null where nothing can be said. */
export function changeWords(change: number | null, days: number): string | null {
  if (change === null) return null
  return t("{change} against the {days} before", {
    change: signedPercent(change),
    days: plural(days, "day"),
  })
}

/** Say how good the figures are. */
export function qualityWords({ coverage, held_out, days, days_measured, new_beginnings }: Quality): string {
  const said = [
    coverage === null
      ? t("no views counted yet")
      : t("{coverage} of views counted daily", { coverage: percent(coverage) }),
    days_measured < days ? t("{days_measured} of {days} days measured", { days_measured, days }) : "",
    held_out > 0 ? t("{samples} held out", { samples: plural(held_out, "sample") }) : "",
    new_beginnings > 0 ? t("{counters} began anew", { counters: plural(new_beginnings, "counter") }) : "",
  ]
  return said.filter(Boolean).join("; ")
}

export const QUALITY_HINT = m(
  "Views counted at least daily; the rest was spread evenly over a longer time without a look. A sample is held out when it looks like a glitch of TikTok's counter, until another one agrees with it.",
)

const scopes: Record<string, Message> = {
  "user.info.stats": m("follower counts"),
  "video.list": m("its list of videos"),
}

/** Say what an account did not allow, and so cannot be shown. */
export function missingSentence(part: string, scope: string, handle: string): string {
  const read = wordOr(scopes[scope], scope)
  return part === "growth"
    ? t("No follower figures: {handle} did not allow reading {read}. Connect it again and allow it.", {
        handle,
        read,
      })
    : t("No figures of posts: {handle} did not allow reading {read}. Connect it again and allow it.", {
        handle,
        read,
      })
}

const wordOr = (word: Message | undefined, name: string) => (word ? t(word) : name)

const audience: Record<string, Message> = {
  age: m("age"),
  gender: m("gender"),
  countries: m("countries"),
  cities: m("cities"),
  active_hours: m("when followers are active"),
  watch_time: m("watch time"),
  average_watch_time: m("average watch time"),
  full_video_watched_rate: m("how many watch to the end"),
  reach: m("reach"),
  traffic_sources: m("where views come from"),
  profile_views: m("profile views"),
  saves: m("saves"),
}

/** Return what TikTok's API does not tell of an audience, in words. */
export function notProvidedWords({ not_provided }: Pick<AccountMetrics["audience"], "not_provided">): string {
  return not_provided.map((name) => wordOr(audience[name], name.replaceAll("_", " "))).join(", ")
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
  if (share === percent(0)) return t("as many views as in an average hour")
  return uplift > 0
    ? t("{share} more views than in an average hour", { share })
    : t("{share} fewer views than in an average hour", { share })
}

/** Say what the best times rest on. */
export function sourceWords({
  source,
  own_share,
  posts,
}: Pick<BestTimes, "source" | "own_share" | "posts">): string {
  if (source === "fleet")
    return t("Based on your fleet: the account's own {posts} say little yet.", {
      posts: plural(posts, "post"),
    })
  if (source === "account") return t("Based on this account's {posts}.", { posts: plural(posts, "post") })
  return t(
    "Based on both: your fleet, and this account's {posts}, which settle {own_share} of what was in doubt.",
    { posts: plural(posts, "post"), own_share: percent(own_share) },
  )
}

export const confidenceWords: Record<PostFigures["confidence"], Message> = {
  none: m("nothing to be sure of"),
  low: m("low: few posts to compare with"),
  medium: m("medium"),
  high: m("high"),
}

const parts: Record<string, Message> = {
  reach: m("Reach"),
  shares: m("Shares"),
  engagement: m("Engagement"),
}

/** Name what a score is made of. */
export function partWords(name: string): string {
  return wordOr(parts[name], name)
}

/** Say why a post has no score. */
export function noScoreWords(reason: string): string {
  if (reason === "too_few_views") return t("It has too few views for a score to mean anything; it takes 30.")
  if (reason === "nothing_to_compare_with")
    return t(
      "There is nothing to compare it with yet: no earlier post of this account is known at the same age, and the fleet is small.",
    )
  if (reason === "too_young") return t("A score needs the figures of the first hour; they come soon.")
  return t(
    "Its figures are not known at any of the ages at which posts are compared: it was first seen too late for the early ones. The score comes with the next one it reaches.",
  )
}

/** Write a post's age: "6 h", "3 days". */
export function ageWords(hours: number): string {
  return hours < 48 ? t("{hours} h", { hours }) : plural(Math.round(hours / 24), "day")
}

/** Say how many times the usual views a post has. */
export function timesWords(times: number): string {
  return `${times < 9.95 ? fewDecimals(times) : exactCount(Math.round(times))}×`
}

/** Return what a post is called. */
export function captionOf({ caption }: Pick<PostFigures, "caption">): string {
  return caption.trim() || t("No caption")
}
