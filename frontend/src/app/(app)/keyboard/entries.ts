import type { Account, AccountGroup, Post } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import type { Findable } from "@/lib/find"
import { applyTheme } from "@/lib/theme"

/** Something the palette can do: lead to an address, or act at once. */
export type Entry = Findable & { id: string; hint?: string } & (
    | { href: string; act?: undefined }
    | { act: () => void; href?: undefined }
  )

export type Group = { name: string; entries: Entry[] }

const place = (word: string, href: string, also = ""): Entry => ({ id: href, word, href, also })

export const places: Entry[] = [
  place("Home", "/", "dashboard today overview"),
  place("Calendar", "/calendar", "month schedule"),
  place("Calendar by week", "/calendar?view=week", "days schedule"),
  place("Agenda", "/calendar?view=agenda", "calendar list schedule"),
  place("Posting slots", "/calendar/slots", "queue times"),
  place("Repeating posts", "/calendar/series", "series recurring"),
  place("Posts", "/posts", "list scheduled published drafts"),
  place("Posts by account", "/posts?view=grid", "grid matrix"),
  place("Import posts", "/posts/import", "csv file bulk upload spreadsheet"),
  place("Library", "/library", "media videos photos upload"),
  place("Accounts", "/accounts", "connect tiktok reconnect"),
  place("Analytics", "/analytics", "figures growth views"),
  place("Compare accounts", "/analytics/compare", "analytics"),
  place("Notifications", "/notifications", "news"),
  place("Settings", "/settings", "profile password workspace appearance"),
  place("TikTok apps", "/settings/tiktok-apps", "developer client key"),
  place("TikTok's audit", "/settings/tiktok-audit", "reviewer video walk direct post points"),
  place("Audit log", "/settings/audit", "history who"),
]

export function actions(onKeys: () => void): Entry[] {
  return [
    { id: "compose", word: "Compose a post", also: "new write schedule", href: "/compose" },
    { id: "light", word: "Light colours", also: "appearance theme", act: () => applyTheme("light") },
    { id: "dark", word: "Dark colours", also: "appearance theme night", act: () => applyTheme("dark") },
    {
      id: "system",
      word: "Colours as the system",
      also: "appearance theme",
      act: () => applyTheme("system"),
    },
    { id: "keys", word: "Show the keys", also: "shortcuts keyboard help", act: onKeys },
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
  return { id, word: caption.split("\n")[0] || "Without a caption", also: caption, href: `/posts/${id}` }
}
