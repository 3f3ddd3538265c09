import type { ImportItem } from "@/lib/api/types"
import { clockSentence } from "@/lib/clock-changes"
import { dayAndTime, zoneCity } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { m, t } from "@/lib/i18n"
import type { StatusWords } from "@/lib/status"
import { labelSentence, privacyWord } from "../composer/option-rules"
import type { Target } from "../composer/values"
import type { Counts } from "./judge"

/** Say what the button does: "Schedule 12 posts, save 3 drafts". */
export function importWords({ scheduled, drafts }: Counts): string {
  const values = { posts: plural(scheduled, "post"), drafts: plural(drafts, "draft") }
  if (scheduled > 0 && drafts > 0) return t("Schedule {posts}, save {drafts}", values)
  if (scheduled > 0) return t("Schedule {posts}", { posts: values.posts })
  return drafts > 0 ? t("Save {drafts}", { drafts: values.drafts }) : t("Nothing to import")
}

/** Say what would become of all rows: "12 to be scheduled, 3 drafts, 2 here already, 1 with a problem." */
export function countWords({ scheduled, drafts, repeated, refused }: Counts): string {
  const parts = [
    scheduled > 0 ? t("{scheduled} to be scheduled", { scheduled }) : "",
    drafts > 0 ? plural(drafts, "draft") : "",
    repeated > 0 ? t("{repeated} here already and left out", { repeated }) : "",
    refused > 0 ? t("{refused} with a problem and left out", { refused }) : "",
  ].filter(Boolean)
  return parts.length > 0 ? `${parts.join(", ")}.` : t("No rows.")
}

/** Say what was done: "Scheduled 12 posts and saved 3 drafts." */
export function doneWords({ scheduled, drafts }: Counts): string {
  const values = { posts: plural(scheduled, "post"), drafts: plural(drafts, "draft") }
  if (scheduled > 0 && drafts > 0) return t("Scheduled {posts} and saved {drafts}.", values)
  if (scheduled > 0) return t("Scheduled {posts}.", { posts: values.posts })
  return drafts > 0 ? t("Saved {drafts}.", { drafts: values.drafts }) : t("Nothing was imported.")
}

const outcomes: Record<ImportItem["outcome"], StatusWords> = {
  scheduled: { tone: "scheduled", word: m("Scheduled"), hint: m("It goes out by itself at its time.") },
  draft: { tone: "quiet", word: m("Draft"), hint: m("Nothing goes out until you schedule it.") },
  repeated: {
    tone: "held",
    word: m("Here already"),
    hint: m("The same post is here, so this row is left out."),
  },
  refused: { tone: "failed", word: m("Problem"), hint: m("This row is left out until it is mended.") },
}

export function outcomeWords({ outcome }: Pick<ImportItem, "outcome">): StatusWords {
  return outcomes[outcome]
}

/** Say what a row is for, beside its caption: why it is a draft, or where the same is. */
export function noteOf(item: ImportItem): string | null {
  const [lacks, lacksToo] = item.lacks
  if (item.outcome === "draft" && lacks)
    return lacksToo
      ? t("Without {first} and {last} it is a draft.", { first: lacks, last: lacksToo })
      : t("Without {what} it is a draft.", { what: lacks })
  if (item.outcome === "repeated" && item.same_line)
    return t("The same as line {line}.", { line: item.same_line })
  if (item.outcome !== "refused" && item.local_time) return clockSentence(item.local_time, item.time_zone)
  return null
}

/** Say when a row goes out, on the clock of its own zone; the zone where it is not the person's. */
export function whenWords({ due_at, time_zone }: ImportItem, zone: string): string {
  if (!due_at) return t("No time")
  return `${dayAndTime(due_at, time_zone)}${time_zone === zone ? "" : ` ${zoneCity(time_zone)}`}`
}

/** Say what was chosen for the accounts of a row. */
export function choiceWords(item: ImportItem): string {
  const allowed = [
    item.allow_comment ? t("comments") : "",
    item.allow_duet ? t("duets") : "",
    item.allow_stitch ? t("stitches") : "",
  ].filter(Boolean)
  const isInbox =
    item.accounts.length > 0 && item.accounts.every(({ post_mode }) => post_mode === "MEDIA_UPLOAD")
  if (isInbox) return t("Into the inbox in TikTok")
  return [
    item.privacy_level ? privacyWord(item.privacy_level) : "",
    allowed.length > 0 ? t("with {allowed}", { allowed: allowed.join(", ") }) : "",
    item.is_aigc ? t("AI-generated") : "",
    item.auto_add_music ? t("music added by TikTok") : "",
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
