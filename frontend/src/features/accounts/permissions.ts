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
