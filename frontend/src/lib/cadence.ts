import type { Publication } from "./api/types"
import { working } from "./status"

const LIVE_MS = 2_000
const CALM_MS = 20_000
const SOON_MS = 3 * 60_000

type Standing = Pick<Publication, "state" | "due_at">

/** Return how soon to ask again: often while something is about to go out or on its way, else now and then. */
export function pollEvery(publications: readonly Standing[], now = Date.now()): number {
  return publications.some((one) => isLive(one, now)) ? LIVE_MS : CALM_MS
}

function isLive({ state, due_at }: Standing, now: number): boolean {
  if (working.has(state)) return true
  return state === "scheduled" && due_at !== null && Date.parse(due_at) - now < SOON_MS
}
