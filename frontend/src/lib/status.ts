import type { Account, Post, PostStatus, Publication, PublicationState } from "./api/types"

/** How a state looks; the icon of each tone stands in components/ui/status. */
export type Tone = "quiet" | "scheduled" | "working" | "published" | "held" | "needs-you" | "failed"

export type StatusWords = { tone: Tone; word: string; hint: string }

/** What each state of one post on one account is called, and what it means. */
export const publicationStatus: Record<PublicationState, StatusWords> = {
  draft: { tone: "quiet", word: "Draft", hint: "Nothing goes out until you schedule it." },
  scheduled: { tone: "scheduled", word: "Scheduled", hint: "It goes out by itself at its time." },
  opening: { tone: "working", word: "Starting", hint: "Carillon is asking TikTok for an upload." },
  uploading: { tone: "working", word: "Sending", hint: "The post is on its way to TikTok." },
  committing: { tone: "working", word: "Sending", hint: "The last part is on its way to TikTok." },
  submitted: {
    tone: "working",
    word: "With TikTok",
    hint: "TikTok is processing the post. This can take a few minutes.",
  },
  published: { tone: "published", word: "Published", hint: "TikTok confirmed the post." },
  failed: { tone: "failed", word: "Failed", hint: "TikTok refused the post. It is not online." },
  held: { tone: "held", word: "Held", hint: "It waits until the account can post again." },
  needs_you: {
    tone: "needs-you",
    word: "Needs you",
    hint: "Carillon cannot tell how this ended and asks you to look.",
  },
  cancelled: { tone: "quiet", word: "Cancelled", hint: "It was called off before it went out." },
  missed: {
    tone: "needs-you",
    word: "Missed",
    hint: "Its time passed while it could not be sent. Decide what happens.",
  },
}

/** What a whole post is called, over all its accounts. */
export const postStatus: Record<PostStatus, StatusWords> = {
  draft: publicationStatus.draft,
  scheduled: publicationStatus.scheduled,
  publishing: {
    tone: "working",
    word: "Publishing",
    hint: "At least one account is being posted to right now.",
  },
  published: { tone: "published", word: "Published", hint: "TikTok confirmed the post on every account." },
  failed: { tone: "failed", word: "Failed", hint: "TikTok refused the post on at least one account." },
  held: publicationStatus.held,
  needs_you: publicationStatus.needs_you,
  missed: publicationStatus.missed,
  cancelled: publicationStatus.cancelled,
}

export const accountStatus: Record<Account["status"], StatusWords> = {
  connected: { tone: "published", word: "Connected", hint: "Carillon can act for this account." },
  reconnect_required: {
    tone: "needs-you",
    word: "Needs reconnecting",
    hint: "TikTok no longer accepts the permission. Connect the account again.",
  },
  disconnected: { tone: "quiet", word: "Disconnected", hint: "Its history stays; nothing new can go out." },
}

export function pausedStatus(by: string | null | undefined): StatusWords {
  const who = by ? ` by ${by}` : ""
  return { tone: "held", word: "Paused", hint: `Paused${who}. Its posts wait until it is resumed.` }
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
  word: "In the inbox",
  hint: "In the TikTok inbox: finish it in the app.",
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
