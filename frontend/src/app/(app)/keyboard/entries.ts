import type { Account, AccountGroup, Post } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import type { Findable } from "@/lib/find"
import { type Message, m, t } from "@/lib/i18n"
import { applyTheme } from "@/lib/theme"

/** Something the palette can do: lead to an address, or act at once. */
export type Entry = Findable & { id: string; hint?: string } & (
    | { href: string; act?: undefined }
    | { act: () => void; href?: undefined }
  )

export type Group = { name: string; entries: Entry[] }

type Place = readonly [word: Message, href: string, also: Message]

const places: readonly Place[] = [
  [m("Home"), "/", m("dashboard today overview")],
  [m("Calendar"), "/calendar", m("month schedule")],
  [m("Calendar by week"), "/calendar?view=week", m("days schedule")],
  [m("Agenda"), "/calendar?view=agenda", m("calendar list schedule")],
  [m("Posting slots"), "/calendar/slots", m("queue times")],
  [m("Repeating posts"), "/calendar/series", m("series recurring")],
  [m("Posts"), "/posts", m("list scheduled published drafts")],
  [m("Posts by account"), "/posts?view=grid", m("grid matrix")],
  [m("Import posts"), "/posts/import", m("csv file bulk upload spreadsheet")],
  [m("Library"), "/library", m("media videos photos upload")],
  [m("Accounts"), "/accounts", m("connect tiktok reconnect")],
  [m("Analytics"), "/analytics", m("figures growth views")],
  [m("Compare accounts"), "/analytics/compare", m("analytics")],
  [m("Notifications"), "/notifications", m("news")],
  [m("Settings"), "/settings", m("profile password workspace appearance")],
  [m("TikTok apps"), "/settings/tiktok-apps", m("developer client key")],
  [m("TikTok's audit"), "/settings/tiktok-audit", m("reviewer video walk direct post points")],
  [m("Audit log"), "/settings/audit", m("history who")],
]

/** The pages, in the reader's words. */
export function listPlaces(): Entry[] {
  return places.map(([word, href, also]) => ({ id: href, word: t(word), href, also: t(also) }))
}

export function actions(onKeys: () => void): Entry[] {
  return [
    { id: "compose", word: t("Compose a post"), also: t("new write schedule"), href: "/compose" },
    { id: "light", word: t("Light colours"), also: t("appearance theme"), act: () => applyTheme("light") },
    { id: "dark", word: t("Dark colours"), also: t("appearance theme night"), act: () => applyTheme("dark") },
    {
      id: "system",
      word: t("Colours as the system"),
      also: t("appearance theme"),
      act: () => applyTheme("system"),
    },
    { id: "keys", word: t("Show the keys"), also: t("shortcuts keyboard help"), act: onKeys },
  ]
}

export function entryOfAccount({ id, username, nickname }: Account): Entry {
  const handle = username ? `@${username}` : nickname
  return { id, word: nickname || handle, hint: handle, also: handle, href: `/analytics/accounts/${id}` }
}

export function entryOfAccountGroup({ id, name, account_ids }: AccountGroup): Entry {
  return { id, word: name, hint: plural(account_ids.length, "account"), href: `/accounts?group=${id}` }
}

export function entryOfPost({ id, caption }: Post): Entry {
  return { id, word: caption.split("\n")[0] || t("Without a caption"), also: caption, href: `/posts/${id}` }
}
