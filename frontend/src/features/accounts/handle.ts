import type { Account } from "@/lib/api/types"

/** Return how a person calls this account: its @name, or its nickname where TikTok did not tell the name. */
export function handleOf(account: Pick<Account, "username" | "nickname">): string {
  return account.username ? `@${account.username}` : account.nickname
}

/** Tell whether a post can be put on the account: published, or sent as a draft. */
export function canTakePosts({ can_publish, can_draft }: Account): boolean {
  return can_publish || can_draft
}
