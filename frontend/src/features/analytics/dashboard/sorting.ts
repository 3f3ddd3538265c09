import type { FleetAccount } from "@/lib/api/types"

export type SortKey =
  | "name"
  | "followers"
  | "followers_net"
  | "views"
  | "views_change"
  | "engagement_rate"
  | "posts"
  | "updated_at"

export type Sort = { key: SortKey; isUp: boolean }

/** Return by how much of itself an account's views changed; null where there were none before, or nobody counted. */
export function viewsChange({ views, views_before }: FleetAccount): number | null {
  return views !== null && views_before !== null && views_before > 0
    ? (views - views_before) / views_before
    : null
}

const values: Record<Exclude<SortKey, "name">, (row: FleetAccount) => number | null> = {
  followers: ({ followers }) => followers,
  followers_net: ({ followers_net }) => followers_net,
  views: ({ views }) => views,
  views_change: viewsChange,
  engagement_rate: ({ engagement_rate }) => engagement_rate,
  posts: ({ posts }) => posts,
  updated_at: ({ account }) => (account.updated_at ? Date.parse(account.updated_at) : null),
}

/** Return the rows in order; what is unknown stands last, whichever way. */
export function sortFleet(rows: readonly FleetAccount[], { key, isUp }: Sort): FleetAccount[] {
  const turn = isUp ? 1 : -1
  if (key === "name") {
    return rows.toSorted((one, other) => turn * one.account.nickname.localeCompare(other.account.nickname))
  }
  const value = values[key]
  return rows.toSorted((one, other) => {
    const [first, second] = [value(one), value(other)]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    return turn * (first - second)
  })
}

/** Return the order after a head was pressed: the most first, then the least; names from A. */
export function pressed(now: Sort, key: SortKey): Sort {
  return now.key === key ? { key, isUp: !now.isUp } : { key, isUp: key === "name" }
}
