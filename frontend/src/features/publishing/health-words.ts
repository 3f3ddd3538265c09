import type { PublishingHealth } from "@/lib/api/types"
import { dayAndTime } from "@/lib/dates"
import { t } from "@/lib/i18n"

export type Quarantine = NonNullable<PublishingHealth["quarantine"]>

export function restoredWords(since: string, zone: string): string {
  return t("Nothing is published: the database was restored from an older copy (since {moment}).", {
    moment: dayAndTime(since, zone),
  })
}

/** Say what looking through the gap has found; a count that is not known yet is not said. */
export function countsOf({ is_checked, published, asked_people }: Quarantine): string {
  if (!is_checked) return t("What went out meanwhile is being looked for at TikTok.")
  return t("Found at TikTok: {published}, asks you: {asked}.", {
    published: published ?? "–",
    asked: asked_people ?? "–",
  })
}

/** Say how long ago something was last done: "4 seconds ago"; "never" where it was not. */
export function agoWords(seconds: number | null): string {
  if (seconds === null) return t("never")
  const words = new Intl.RelativeTimeFormat(t("en"))
  for (const [unit, size] of [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
    ["second", 1],
  ] as const) {
    if (seconds >= size) return words.format(-Math.floor(seconds / size), unit)
  }
  return t("just now")
}
