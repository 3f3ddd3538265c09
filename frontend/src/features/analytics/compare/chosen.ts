import type { Range } from "../range"
import { withRange } from "../use-address"

export const LEAST_COMPARED = 2
export const MOST_COMPARED = 10

/** Return the address at which these accounts are compared. */
export function comparePage(ids: readonly string[], range: Range): string {
  return withRange(
    "/analytics/compare",
    range,
    ids.map((id) => ["account_id", id] as const),
  )
}

/** Read the accounts named in an address, each once and no more than can be compared. */
export function readChosen(params: { getAll: (name: string) => string[] }): string[] {
  const ids = params.getAll("account_id").filter((id) => /^[\da-f-]{36}$/i.test(id))
  return [...new Set(ids)].slice(0, MOST_COMPARED)
}
