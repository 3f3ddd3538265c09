import type { Post } from "@/lib/api/types"
import { dayAndTime, instantOf, zoneCity } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { type ComposeValues, isInboxDraft } from "./values"

/** Say what the button will do: "Schedule on 2 accounts, Tue 24 Nov, 18:00 Berlin". */
export function submitWords(values: Pick<ComposeValues, "timing" | "publications">, zone: string): string {
  const { mode, local_time } = values.timing
  const count = values.publications.length
  const where = count > 0 ? ` on ${plural(count, "account")}` : ""
  if (mode === "draft") return "Save draft"
  const drafts = count > 0 && values.publications.every(isInboxDraft)
  if (mode === "now") return drafts ? `Send ${plural(count, "draft")} now` : `Publish now${where}`
  const due = instantOf(local_time, zone)
  return due === null ? `Schedule${where}` : `Schedule${where}, ${when(due, zone)}`
}

/** Say an instant with the zone it is told in. */
export function when(instant: string | number, zone: string): string {
  return `${dayAndTime(instant, zone)} ${zoneCity(zone)}`
}

/** Say what has just happened with a saved post. */
export function savedWords(
  post: Pick<Post, "timing_mode" | "due_at" | "publications">,
  zone: string,
): string {
  const accounts = plural(post.publications.length, "account")
  if (post.timing_mode === "draft") return "Draft saved. Nothing goes out until you schedule it."
  if (post.timing_mode === "now" || !post.due_at) {
    return `On its way to ${accounts}. It can take a few minutes before the post is visible on TikTok.`
  }
  return `Scheduled on ${accounts}, ${when(post.due_at, zone)}.`
}
