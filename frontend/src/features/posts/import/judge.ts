import type { CreatorInfo, ImportItem, ImportProblem } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { privacyWord, tooLong } from "../composer/option-rules"

/** What TikTok said about the accounts of a file, by account id. */
export type Creators = Readonly<Record<string, CreatorInfo>>

/** A row with what TikTok says of its accounts among its problems. */
export type JudgedItem = ImportItem & { isLeftToTikTok: boolean }

/** The accounts TikTok has to be asked about: those that something would be published on directly. */
export function accountsToAsk(items: readonly ImportItem[]): string[] {
  const ids = items
    .filter(({ outcome }) => outcome === "scheduled")
    .flatMap(({ accounts }) => accounts.filter(isDirect).map(({ account }) => account.id))
  return [...new Set(ids)]
}

/** Add what the composer's options would not have let somebody choose: a row that TikTok would hold is none to schedule. */
export function judge(items: readonly ImportItem[], creators: Creators): JudgedItem[] {
  return items.map((item) => {
    const found = item.outcome === "scheduled" ? refusals(item, creators) : []
    if (found.length === 0) return { ...item, isLeftToTikTok: false }
    return { ...item, isLeftToTikTok: true, outcome: "refused", problems: [...item.problems, ...found] }
  })
}

const isDirect = ({ post_mode }: ImportItem["accounts"][number]) => post_mode === "DIRECT_POST"

function refusals(item: ImportItem, creators: Creators): ImportProblem[] {
  return item.accounts.filter(isDirect).flatMap(({ account }) => {
    const info = creators[account.id]
    return info ? refusalsOf(item, info, account.username ? `@${account.username}` : account.nickname) : []
  })
}

function refusalsOf(item: ImportItem, info: CreatorInfo, handle: string): ImportProblem[] {
  const at = (column: string, code: string, message: string) => ({ column, code, message })
  if (!info.can_post) {
    const why = info.reason?.message ?? t("{handle} cannot post at the moment.", { handle })
    return [
      at("accounts", info.reason?.code ?? "cannot_post", `${why} ${t("Try again later, or take it out.")}`),
    ]
  }
  const offered = info.privacy_level_options
  const level = item.privacy_level
  const long = item.kind === "video" ? tooLong(info, item.media[0]?.duration_ms ?? null) : null
  return [
    ...(level && !offered.includes(level)
      ? [
          at(
            "privacy",
            "privacy_level_option_mismatch",
            t("TikTok does not offer “{level}” on {handle}. It offers {offered}.", {
              level: privacyWord(level),
              handle,
              offered: offered.map(privacyWord).join(", "),
            }),
          ),
        ]
      : []),
    ...switchedOff(item, info).map((name) =>
      at(
        name,
        "interaction_not_allowed",
        t("Turned off in the TikTok settings of {handle}. Write no.", { handle }),
      ),
    ),
    ...(long ? [at("media", "duration_check_failed", long)] : []),
  ]
}

function switchedOff(item: ImportItem, info: CreatorInfo): string[] {
  const all = [
    { name: "comment", on: item.allow_comment, off: info.comment_disabled },
    { name: "duet", on: item.allow_duet, off: info.duet_disabled },
    { name: "stitch", on: item.allow_stitch, off: info.stitch_disabled },
  ]
  return all.filter(({ on, off }) => on && off).map(({ name }) => name)
}

export type Counts = { scheduled: number; drafts: number; repeated: number; refused: number }

/** Count what becomes of the rows. */
export function count(items: readonly Pick<ImportItem, "outcome">[]): Counts {
  const of = (outcome: ImportItem["outcome"]) => items.filter((item) => item.outcome === outcome).length
  return { scheduled: of("scheduled"), drafts: of("draft"), repeated: of("repeated"), refused: of("refused") }
}
