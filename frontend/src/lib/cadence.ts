import type { Publication } from "./api/types"
import { isLive as eventsArrive } from "./live"
import { working } from "./status"

export const LIVE_MS = 2_000
export const CALM_MS = 20_000
/** While live events tell of every change, asking is only a net beneath them. */
const NET_MS = 60_000
const SOON_MS = 3 * 60_000

type Standing = Pick<Publication, "state" | "due_at" | "published_at" | "privacy_level" | "tiktok_url">

/** Return how soon to ask again: often while something is about to go out or on its way, else now and then. */
export function pollEvery(publications: readonly Standing[], now = Date.now()): number {
  if (publications.some((one) => isLive(one, now) && awaitsLink(one))) return LIVE_MS // no event tells of a link
  return calmly(publications.some((one) => isLive(one, now)) ? LIVE_MS : CALM_MS)
}

/** Return a cadence, or a much slower one while live events arrive. */
export function calmly(milliseconds: number): number {
  return eventsArrive() ? Math.max(milliseconds, NET_MS) : milliseconds
}

function isLive(one: Standing, now: number): boolean {
  if (working.has(one.state)) return true
  if (awaitsLink(one)) return one.published_at !== null && now - Date.parse(one.published_at) < SOON_MS
  return one.state === "scheduled" && one.due_at !== null && Date.parse(one.due_at) - now < SOON_MS
}

/** TikTok tells where a public post stands only some time after it is out; of other posts it never does. */
export function awaitsLink({ state, privacy_level, tiktok_url }: Standing): boolean {
  return state === "published" && privacy_level === "PUBLIC_TO_EVERYONE" && !tiktok_url
}
