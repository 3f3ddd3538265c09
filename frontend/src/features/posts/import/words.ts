import type { ImportItem } from "@/lib/api/types"
import { clockSentence } from "@/lib/clock-changes"
import { dayAndTime, zoneCity } from "@/lib/dates"
import { plural } from "@/lib/figures"
import type { StatusWords } from "@/lib/status"
import { labelSentence, privacyWord } from "../composer/option-rules"
import type { Target } from "../composer/values"
import type { Counts } from "./judge"

/** Say what the button does: "Schedule 12 posts, save 3 drafts". */
export function importWords({ scheduled, drafts }: Counts): string {
  const parts = [
    scheduled > 0 ? `schedule ${plural(scheduled, "post")}` : "",
    drafts > 0 ? `save ${plural(drafts, "draft")}` : "",
  ].filter(Boolean)
  const sentence = parts.join(", ") || "nothing to import"
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** Say what would become of all rows: "12 to be scheduled, 3 drafts, 2 here already, 1 with a problem." */
export function countWords({ scheduled, drafts, repeated, refused }: Counts): string {
  const parts = [
    scheduled > 0 ? `${scheduled} to be scheduled` : "",
    drafts > 0 ? plural(drafts, "draft") : "",
    repeated > 0 ? `${repeated} here already and left out` : "",
    refused > 0 ? `${refused} with a problem and left out` : "",
  ].filter(Boolean)
  return `${parts.join(", ") || "No rows"}.`
}

/** Say what was done: "Scheduled 12 posts and saved 3 drafts." */
export function doneWords({ scheduled, drafts }: Counts): string {
  const parts = [
    scheduled > 0 ? `scheduled ${plural(scheduled, "post")}` : "",
    drafts > 0 ? `saved ${plural(drafts, "draft")}` : "",
  ].filter(Boolean)
  const sentence = parts.join(" and ") || "nothing was imported"
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

const outcomes: Record<ImportItem["outcome"], StatusWords> = {
  scheduled: { tone: "scheduled", word: "Scheduled", hint: "It goes out by itself at its time." },
  draft: { tone: "quiet", word: "Draft", hint: "Nothing goes out until you schedule it." },
  repeated: { tone: "held", word: "Here already", hint: "The same post is here, so this row is left out." },
  refused: { tone: "failed", word: "Problem", hint: "This row is left out until it is mended." },
}

export function outcomeWords({ outcome }: Pick<ImportItem, "outcome">): StatusWords {
  return outcomes[outcome]
}

/** Say what a row is for, beside its caption: why it is a draft, or where the same is. */
export function noteOf(item: ImportItem): string | null {
  if (item.outcome === "draft" && item.lacks.length > 0)
    return `Without ${item.lacks.join(" and ")} it is a draft.`
  if (item.outcome === "repeated" && item.same_line) return `The same as line ${item.same_line}.`
  if (item.outcome !== "refused" && item.local_time) return clockSentence(item.local_time, item.time_zone)
  return null
}

/** Say when a row goes out, on the clock of its own zone; the zone where it is not the person's. */
export function whenWords({ due_at, time_zone }: ImportItem, zone: string): string {
  if (!due_at) return "No time"
  return `${dayAndTime(due_at, time_zone)}${time_zone === zone ? "" : ` ${zoneCity(time_zone)}`}`
}

/** Say what was chosen for the accounts of a row. */
export function choiceWords(item: ImportItem): string {
  const allowed = [
    item.allow_comment ? "comments" : "",
    item.allow_duet ? "duets" : "",
    item.allow_stitch ? "stitches" : "",
  ].filter(Boolean)
  const isInbox =
    item.accounts.length > 0 && item.accounts.every(({ post_mode }) => post_mode === "MEDIA_UPLOAD")
  if (isInbox) return "Into the inbox in TikTok"
  return [
    item.privacy_level ? privacyWord(item.privacy_level) : "",
    allowed.length > 0 ? `with ${allowed.join(", ")}` : "",
    item.is_aigc ? "AI-generated" : "",
    item.auto_add_music ? "music added by TikTok" : "",
    labelSentence(item) ?? "",
  ]
    .filter(Boolean)
    .join(" · ")
}

/** The accounts of the rows that are to be scheduled, as the declaration asks for them. */
export function targetsOf(items: readonly ImportItem[]): Target[] {
  return items
    .filter(({ outcome }) => outcome === "scheduled")
    .flatMap((item) =>
      item.accounts.map(({ account, post_mode }) => ({
        account_id: account.id,
        own_caption: null,
        post_mode,
        privacy_level: item.privacy_level ?? "",
        allow_comment: item.allow_comment,
        allow_duet: item.allow_duet,
        allow_stitch: item.allow_stitch,
        disclosure: item.disclosure,
        your_brand: item.your_brand,
        branded_content: item.branded_content,
        is_aigc: item.is_aigc,
        auto_add_music: item.auto_add_music,
      })),
    )
}
