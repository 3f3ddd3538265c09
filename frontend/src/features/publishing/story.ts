import type { Publication, PublicationDetail, PublicationState } from "@/lib/api/types"
import { inSentence, nearDay, time, timeWithSeconds } from "@/lib/dates"
import { type Message, m, t } from "@/lib/i18n"
import { isInTheInbox, publicationStatus, statusOf } from "@/lib/status"

type Event = PublicationDetail["events"][number]

/** Say who did it: a person by their address, a worker ("worker:publish@host.example") and the like as Carillon. */
export function actorWord(actor: string): string {
  return actor.includes("@") && !actor.startsWith("worker:") ? actor : "Carillon"
}

/** What the journal says better than the state's own words: photos are fetched, drafts go to the inbox. */
const TOLD: ReadonlyMap<string, Message> = new Map([
  ["TikTok fetches the photos", m("TikTok fetches the photos")],
  ["TikTok has all the photos", m("TikTok has all the photos")],
  ["TikTok put it into the inbox", m("TikTok put it into the inbox")],
])

/** Say one change of state in a few words. */
export function eventWords({ from_state, to_state, detail }: Event): string {
  const better = TOLD.get(detail)
  if (better) return t(better)
  if (from_state === null) return to_state === "draft" ? t("Saved as a draft") : t("Scheduled")
  if (from_state === to_state) return t("Changed")
  const told: Partial<Record<Event["to_state"], string>> = {
    opening: t("Asked TikTok for an upload"),
    uploading: t("TikTok opened an upload"),
    committing: t("Sending the last part"),
    submitted: t("TikTok has the whole video and is processing it"),
    published: t("TikTok published it"),
    failed: t("TikTok refused it"),
    cancelled: t("Called off"),
  }
  return told[to_state] ?? t(publicationStatus[to_state].word)
}

/** Leave out what only repeats the words beside it. */
export function eventDetail({ detail, told, to_state }: Event): string | null {
  const repeats =
    /^(planned|changed|due|cancelled|try again|sending the last bytes|TikTok (published it|has the whole video))$/
  if (!detail || TOLD.has(detail) || repeats.test(detail)) return null
  return to_state === "uploading" ? null : told
}

/** Say how an attempt ended. */
export function verdictWord(verdict: string | null): string {
  const words: Record<string, string> = {
    published: t("published"),
    remote_failed: t("refused by TikTok"),
    never_committed: t("given up before the last part"),
    human: t("settled by a person"),
  }
  return verdict ? (words[verdict] ?? verdict.replaceAll("_", " ")) : t("still open")
}

type Standing = Pick<Publication, "state" | "post_mode" | "account" | "due_at" | "published_at"> & {
  finished_at?: string | null
}

/** Say in one sentence where a publication stands. */
export function standing(publication: Standing, zone: string): string {
  const { state, published_at, finished_at, due_at, account } = publication
  const handle = account.username ? `@${account.username}` : account.nickname
  if (isInTheInbox(publication) && published_at)
    return t("In the TikTok inbox of {handle} since {time}, {day}: finish it in the app.", {
      handle,
      time: timeWithSeconds(published_at, zone),
      day: inSentence(nearDay(published_at, zone)),
    })
  if (finished_at)
    return t("Posted by its person from the inbox of {handle} at {time}, {day}.", {
      handle,
      time: time(finished_at, zone),
      day: inSentence(nearDay(finished_at, zone)),
    })
  if (state === "published" && published_at)
    return t("Published on {handle} at {time}, {day}.", {
      handle,
      time: timeWithSeconds(published_at, zone),
      day: inSentence(nearDay(published_at, zone)),
    })
  if (state === "scheduled" && due_at)
    return t("Goes out at {time}, {day}.", {
      time: time(due_at, zone),
      day: inSentence(nearDay(due_at, zone)),
    })
  return t(statusOf(publication).hint)
}

/** Say why it stands there: the reason where there is one, else where it stands. */
export function sentenceFor(publication: Standing & Pick<Publication, "reason">, zone: string): string {
  return publication.reason?.message || standing(publication, zone)
}

const unchangeable: readonly PublicationState[] = ["committing", "submitted", "published", "needs_you"]

/** Tell whether a post can still be changed: TikTok has it on none of its accounts, nor might have. */
export function canEditPost(publications: readonly Pick<Publication, "state">[]): boolean {
  return !publications.some(({ state }) => unchangeable.includes(state))
}

/**
 * Return the one thing that helps now.
 *
 * A post that is out on another account can no longer be changed; what stopped can then only be sent as it is.
 */
export function remedyFor({ state, remedy }: Pick<Publication, "state" | "remedy">, canEdit: boolean) {
  if (canEdit || (remedy !== "edit" && remedy !== "reschedule")) return remedy
  return state === "failed" || state === "held" || state === "missed" ? "retry" : null
}
