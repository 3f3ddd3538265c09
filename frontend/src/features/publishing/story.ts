import type { PublicationDetail } from "@/lib/api/types"
import { publicationStatus } from "@/lib/status"

type Event = PublicationDetail["events"][number]

/** Say who did it: a person by their address, a worker ("worker:publish@host.example") and the like as Carillon. */
export function actorWord(actor: string): string {
  return actor.includes("@") && !actor.startsWith("worker:") ? actor : "Carillon"
}

/** What the journal says better than the state's own words: photos are fetched, drafts go to the inbox. */
const TOLD: ReadonlySet<string> = new Set([
  "TikTok fetches the photos",
  "TikTok has all the photos",
  "TikTok put it into the inbox",
])

/** Say one change of state in a few words. */
export function eventWords({ from_state, to_state, detail }: Event): string {
  if (TOLD.has(detail)) return detail
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
  if (!detail || TOLD.has(detail) || repeats.test(detail)) return null
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
