import type { PublishingHealth } from "@/lib/api/types"
import { plural } from "@/lib/figures"

export type Quarantine = NonNullable<PublishingHealth["quarantine"]>

export const RESTORED = "Nothing is published: the database was restored from an older copy"

/** Say what looking through the gap has found; a count that is not known yet is not said. */
export function countsOf({ is_checked, published, asked_people }: Quarantine): string {
  if (!is_checked) return "What went out meanwhile is being looked for at TikTok."
  return `Found at TikTok: ${published ?? "–"}, asks you: ${asked_people ?? "–"}.`
}

/** Say how long ago something was last done: "4 seconds ago"; "never" where it was not. */
export function agoWords(seconds: number | null): string {
  if (seconds === null) return "never"
  for (const [unit, size] of [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
    ["second", 1],
  ] as const) {
    if (seconds >= size) return `${plural(Math.floor(seconds / size), unit)} ago`
  }
  return "just now"
}
