import { type Message, m, t } from "@/lib/i18n"

const permissionWords: Record<string, Message> = {
  "user.info.basic": m("name and picture"),
  "user.info.profile": m("profile"),
  "user.info.stats": m("follower counts"),
  "video.list": m("video list"),
  "video.upload": m("send drafts"),
  "video.publish": m("post videos"),
}

/** Say a TikTok scope in words. */
export function permissionWord(scope: string): string {
  const word = permissionWords[scope]
  return word ? t(word) : scope
}

/** Everything Carillon has a use for, in TikTok's own names. */
export const allPermissions: readonly string[] = Object.keys(permissionWords)

/** Say what an account allowed; the whole list only where something is missing from it. */
export function permissionsInWords(scopes: readonly string[]): string {
  if (allPermissions.every((scope) => scopes.includes(scope))) return t("all")
  return scopes.map(permissionWord).join(", ") || t("none")
}
