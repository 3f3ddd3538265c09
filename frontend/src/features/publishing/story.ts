import type { Publication, PublicationDetail, PublicationState } from "@/lib/api/types"
import { nearDay, time, timeWithSeconds } from "@/lib/dates"
import { publicationStatus, type StatusWords } from "@/lib/status"

type Event = PublicationDetail["events"][number]

/** Say who did it: a person by their address, a worker ("worker:publish@host.example") and the like as Carillon. */
export function actorWord(actor: string): string {
  return actor.includes("@") && !actor.startsWith("worker:") ? actor : "Carillon"
}

/** Say one change of state in a few words. */
export function eventWords({ from_state, to_state }: Event): string {
  const word = publicationStatus[to_state].word
  if (from_state === null) return to_state === "draft" ? "Saved as a draft" : "Scheduled"
  if (from_state === to_state) return "Changed"
  const told: Partial<Record<Event["to_state"], string>> = {
    opening: "Asked TikTok for an upload",
    uploading: "TikTok opened an upload",
    committing: "Sending the last part",
    submitted: "TikTok has the whole video and is processing it",
    published: "TikTok published it",
    failed: "TikTok refused it",
    cancelled: "Called off",
  }
  return told[to_state] ?? word
}

/** Leave out what only repeats the words beside it. */
export function eventDetail({ detail, to_state }: Event): string | null {
  const repeats =
    /^(planned|changed|due|cancelled|try again|sending the last bytes|TikTok (published it|has the whole video))$/
  if (!detail || repeats.test(detail)) return null
  return to_state === "uploading" ? null : detail
}

/** Say how an attempt ended. */
export function verdictWord(verdict: string | null): string {
  const words: Record<string, string> = {
    published: "published",
    remote_failed: "refused by TikTok",
    never_committed: "given up before the last part",
    human: "settled by a person",
  }
  return verdict ? (words[verdict] ?? verdict.replaceAll("_", " ")) : "still open"
}

type Told = Pick<Publication, "state" | "post_mode">

/** Say what a state is called; a draft that was delivered is no post yet, so it is not called published. */
export function statusOf({ state, post_mode }: Told): StatusWords {
  if (state !== "published" || post_mode !== "MEDIA_UPLOAD") return publicationStatus[state]
  const hint = "TikTok delivered it to the creator's inbox, where it waits to be finished and posted."
  return { tone: "published", word: "In the inbox", hint }
}

type Standing = Told & Pick<Publication, "account" | "due_at" | "published_at">

/** Say in one sentence where a publication stands. */
export function standing(publication: Standing, zone: string): string {
  const { state, published_at, due_at, account } = publication
  if (state === "published" && published_at) {
    const handle = account.username ? `@${account.username}` : account.nickname
    const when = `at ${timeWithSeconds(published_at, zone)}, ${inSentence(nearDay(published_at, zone))}`
    if (publication.post_mode !== "MEDIA_UPLOAD") return `Published on ${handle} ${when}.`
    return `Delivered to the TikTok inbox of ${handle} ${when}. Open the notification in the TikTok app to finish and post it.`
  }
  if (state === "scheduled" && due_at)
    return `Goes out at ${time(due_at, zone)}, ${inSentence(nearDay(due_at, zone))}.`
  return statusOf(publication).hint
}

/** Say why it stands there: the reason where there is one, else where it stands. */
export function sentenceFor(publication: Standing & Pick<Publication, "reason">, zone: string): string {
  return publication.reason?.message || standing(publication, zone)
}

/** "Tomorrow" inside a sentence is small; a weekday keeps its capital. */
function inSentence(day: string): string {
  return /^(Today|Tomorrow|Yesterday)$/.test(day) ? day.toLowerCase() : day
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
