import { type Message, m, said, t } from "@/lib/i18n"
import type { Account, Post, PostStatus, Publication, PublicationState } from "./api/types"

/** How a state looks; the icon of each tone stands in components/ui/status. */
export type Tone = "quiet" | "scheduled" | "working" | "published" | "held" | "needs-you" | "failed"

export type StatusWords = { tone: Tone; word: Message; hint: Message }

/** What each state of one post on one account is called, and what it means. */
export const publicationStatus: Record<PublicationState, StatusWords> = {
  draft: { tone: "quiet", word: m("Draft"), hint: m("Nothing goes out until you schedule it.") },
  scheduled: { tone: "scheduled", word: m("Scheduled"), hint: m("It goes out by itself at its time.") },
  opening: { tone: "working", word: m("Starting"), hint: m("Carillon is asking TikTok for an upload.") },
  uploading: { tone: "working", word: m("Sending"), hint: m("The post is on its way to TikTok.") },
  committing: { tone: "working", word: m("Sending"), hint: m("The last part is on its way to TikTok.") },
  submitted: {
    tone: "working",
    word: m("With TikTok"),
    hint: m("TikTok is processing the post. This can take a few minutes."),
  },
  published: { tone: "published", word: m("Published"), hint: m("TikTok confirmed the post.") },
  failed: { tone: "failed", word: m("Failed"), hint: m("TikTok refused the post. It is not online.") },
  held: { tone: "held", word: m("Held"), hint: m("It waits until the account can post again.") },
  needs_you: {
    tone: "needs-you",
    word: m("Needs you"),
    hint: m("Carillon cannot tell how this ended and asks you to look."),
  },
  cancelled: { tone: "quiet", word: m("Cancelled"), hint: m("It was called off before it went out.") },
  missed: {
    tone: "needs-you",
    word: m("Missed"),
    hint: m("Its time passed while it could not be sent. Decide what happens."),
  },
}

/** What a whole post is called, over all its accounts. */
export const postStatus: Record<PostStatus, StatusWords> = {
  draft: publicationStatus.draft,
  scheduled: publicationStatus.scheduled,
  publishing: {
    tone: "working",
    word: m("Publishing@@state"),
    hint: m("At least one account is being posted to right now."),
  },
  published: {
    tone: "published",
    word: m("Published"),
    hint: m("TikTok confirmed the post on every account."),
  },
  failed: { tone: "failed", word: m("Failed"), hint: m("TikTok refused the post on at least one account.") },
  held: publicationStatus.held,
  needs_you: publicationStatus.needs_you,
  missed: publicationStatus.missed,
  cancelled: publicationStatus.cancelled,
}

export const accountStatus: Record<Account["status"], StatusWords> = {
  connected: { tone: "published", word: m("Connected"), hint: m("Carillon can act for this account.") },
  reconnect_required: {
    tone: "needs-you",
    word: m("Needs reconnecting"),
    hint: m("TikTok no longer accepts the permission. Connect the account again."),
  },
  disconnected: {
    tone: "quiet",
    word: m("Disconnected"),
    hint: m("Its history stays; nothing new can go out."),
  },
}

export function pausedStatus(by: string | null | undefined): StatusWords {
  const hint = by
    ? t("Paused by {who}. Its posts wait until it is resumed.", { who: by })
    : t("Paused. Its posts wait until it is resumed.")
  return { tone: "held", word: m("Paused"), hint: said(hint) }
}

/** The states in which something is happening right now. */
export const working: ReadonlySet<PublicationState> = new Set([
  "opening",
  "uploading",
  "committing",
  "submitted",
])

export const IN_THE_INBOX: StatusWords = {
  tone: "published",
  word: m("In the inbox"),
  hint: m("In the TikTok inbox: finish it in the app."),
}

type Delivered = Pick<Publication, "state" | "post_mode"> & { finished_at?: string | null }

/** Tell whether a draft waits in its account's inbox in TikTok: as far as Carillon can bring it. */
export function isInTheInbox({ state, post_mode, finished_at }: Delivered): boolean {
  return state === "published" && post_mode === "MEDIA_UPLOAD" && !finished_at
}

/** Say where one post on one account stands. */
export function statusOf(publication: Delivered): StatusWords {
  return isInTheInbox(publication) ? IN_THE_INBOX : publicationStatus[publication.state]
}

/** Say where a whole post stands. */
export function statusOfPost({ status, publications }: Pick<Post, "status" | "publications">): StatusWords {
  return status === "published" && publications.some(isInTheInbox) ? IN_THE_INBOX : postStatus[status]
}
