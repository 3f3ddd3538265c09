import type { Account } from "@/lib/api/types"

/** Return how a person calls this account: its @name, or its nickname where TikTok did not tell the name. */
export function handleOf(account: Pick<Account, "username" | "nickname">): string {
  return account.username ? `@${account.username}` : account.nickname
}

/** Tell whether a post can be put on the account: published, or sent as a draft. */
export function canTakePosts({ can_publish, can_draft }: Account): boolean {
  return can_publish || can_draft
}

const permissionWords: Record<string, string> = {
  "user.info.basic": "name and picture",
  "user.info.profile": "profile",
  "user.info.stats": "follower counts",
  "video.list": "video list",
  "video.upload": "send drafts",
  "video.publish": "post videos",
}

/** Say a TikTok scope in words. */
export function permissionWord(scope: string): string {
  return permissionWords[scope] ?? scope
}

/** Everything Carillon has a use for, in TikTok's own names. */
export const allPermissions: readonly string[] = Object.keys(permissionWords)

/** Say what an account allowed; the whole list only where something is missing from it. */
export function permissionsInWords(scopes: readonly string[]): string {
  if (allPermissions.every((scope) => scopes.includes(scope))) return "all"
  return scopes.map(permissionWord).join(", ") || "none"
}
