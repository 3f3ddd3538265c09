import type { Post } from "@/lib/api/types"
import { nearDay, time } from "@/lib/dates"
import { t } from "@/lib/i18n"

/** Return what a post is called in a list: its caption, or that it has none. */
export function titleOf({ caption }: Pick<Post, "caption">): string {
  return caption.trim() || t("No caption yet")
}

/** Say which accounts a post is meant for: all of them when few, else the first and how many more. */
export function accountsOf({ publications }: Pick<Post, "publications">): string {
  return namesOf(
    publications.map(({ account }) => account.nickname),
    publications.length,
  )
}

/** Say the same of the first names and how many there are. */
export function namesOf(names: readonly string[], count: number): string {
  if (count === 0) return t("No account yet")
  return count <= 2
    ? names.join(", ")
    : t("{names} and {count} more", { names: names[0] ?? "", count: count - 1 })
}

/** Say when a post is due: "Today, 18:00". */
export function dueWords({ due_at }: Pick<Post, "due_at">, zone: string): string {
  return due_at ? `${nearDay(due_at, zone)}, ${time(due_at, zone)}` : "–"
}

/** Say how far a post is over its accounts, where they differ: "1 of 2 published". */
export function progressOf({ publications }: Pick<Post, "publications">): string | null {
  const published = publications.filter(({ state }) => state === "published").length
  if (publications.length < 2 || published === 0 || published === publications.length) return null
  return t("{published} of {count} published", { published, count: publications.length })
}
