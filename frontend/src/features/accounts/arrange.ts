import type { Account } from "@/lib/api/types"
import { match } from "@/lib/find"
import { m } from "@/lib/i18n"
import { handleOf } from "./handle"

export const orders = {
  newest: m("Newest first"),
  name: m("By name"),
  followers: m("Most followers first"),
  synced: m("Longest not synced first"),
} as const
export type Order = keyof typeof orders

export const kinds = {
  all: m("All"),
  waiting: m("To connect again"),
  paused: m("Paused"),
} as const
export type Kind = keyof typeof kinds

/** Stands in a group's place for the accounts that are in none. */
export const NO_GROUP = "none"

/** `group` is a group's id, NO_GROUP, or empty for all accounts. */
export type Arrangement = { q: string; kind: Kind; group: string; order: Order }

const isOf: Record<Kind, (account: Account) => boolean> = {
  all: () => true,
  waiting: ({ status }) => status === "reconnect_required",
  paused: ({ paused_at }) => Boolean(paused_at),
}

const compare: Record<Order, (one: Account, other: Account) => number> = {
  newest: () => 0, // as the server tells them
  name: (one, other) => nameOf(one).localeCompare(nameOf(other)),
  followers: (one, other) => (other.follower_count ?? -1) - (one.follower_count ?? -1),
  synced: (one, other) => (one.synced_at ?? "").localeCompare(other.synced_at ?? ""),
}

function isIn(group: string, { group_ids }: Account): boolean {
  if (group === NO_GROUP) return group_ids.length === 0
  return !group || group_ids.includes(group)
}

const nameOf = (account: Account) => account.nickname || handleOf(account)

/** Return the accounts that are looked for, in the order asked for. */
export function arrange(accounts: readonly Account[], { q, kind, group, order }: Arrangement): Account[] {
  return accounts
    .filter(isOf[kind])
    .filter((account) => isIn(group, account))
    .filter((account) => match(q, { word: nameOf(account), also: handleOf(account) }) > 0)
    .toSorted(compare[order])
}

/** Read what an address asks for. */
export function readArrangement(params: URLSearchParams): Arrangement {
  const kind = params.get("state") ?? ""
  const order = params.get("sort") ?? ""
  return {
    q: params.get("q") ?? "",
    kind: kind in kinds ? (kind as Kind) : "all",
    group: params.get("group") ?? "",
    order: order in orders ? (order as Order) : "newest",
  }
}

/** Return the address of the accounts, arranged. */
export function accountsAddress({ q, kind, group, order }: Arrangement): string {
  const query = new URLSearchParams({
    ...(q ? { q } : {}),
    ...(kind === "all" ? {} : { state: kind }),
    ...(group ? { group } : {}),
    ...(order === "newest" ? {} : { sort: order }),
  }).toString()
  return query ? `/accounts?${query}` : "/accounts"
}
