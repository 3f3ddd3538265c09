import type { Post, PostInput } from "@/lib/api/types"
import { localTime } from "@/lib/dates"

type PrivacyLevel = NonNullable<NonNullable<PostInput["publications"]>[number]["privacy_level"]>

/** What was chosen for one account. Nothing is on, and nobody may see it, until a person says so. */
export type Target = {
  account_id: string
  privacy_level: string
  allow_comment: boolean
  allow_duet: boolean
  allow_stitch: boolean
  disclosure: boolean
  your_brand: boolean
  branded_content: boolean
  is_aigc: boolean
}

/** The composer's form. */
export type ComposeValues = {
  caption: string
  media_id: string | null
  timing: { mode: "draft" | "now" | "at"; local_time: string }
  publications: Target[]
  /** A person saw that TikTok will refuse the media, and wants it sent all the same. */
  override_media?: boolean
}

const HOUR = 3_600_000

export function emptyTarget(accountId: string): Target {
  return {
    account_id: accountId,
    privacy_level: "",
    allow_comment: false,
    allow_duet: false,
    allow_stitch: false,
    disclosure: false,
    your_brand: false,
    branded_content: false,
    is_aigc: false,
  }
}

/** Start with nothing but a time: the next full hour that is at least half an hour away. */
export function emptyValues(zone: string, now = Date.now()): ComposeValues {
  const nextHour = Math.ceil((now + HOUR / 2) / HOUR) * HOUR
  return {
    caption: "",
    media_id: null,
    timing: { mode: "at", local_time: localTime(nextHour, zone) },
    publications: [],
  }
}

/** Fill the form with a post that exists. */
export function valuesOf(post: Post, zone: string): ComposeValues {
  return {
    caption: post.caption,
    media_id: post.media[0]?.id ?? null,
    timing: {
      mode: post.timing_mode,
      local_time: post.local_time?.slice(0, 16) || emptyValues(zone).timing.local_time,
    },
    publications: post.publications.map((publication) => ({
      account_id: publication.account.id,
      privacy_level: publication.privacy_level ?? "",
      allow_comment: publication.allow_comment,
      allow_duet: publication.allow_duet,
      allow_stitch: publication.allow_stitch,
      disclosure: publication.disclosure,
      your_brand: publication.your_brand,
      branded_content: publication.branded_content,
      is_aigc: publication.is_aigc,
    })),
  }
}

/** Turn the form into what the API takes. Pressing the button under the declaration is the consent. */
export function toPostInput(
  { caption, media_id, timing, publications, override_media = false }: ComposeValues,
  zone: string,
): PostInput {
  return {
    kind: "video",
    caption,
    media_ids: media_id ? [media_id] : [],
    timing: { mode: timing.mode, local_time: timing.mode === "at" ? timing.local_time : "", time_zone: zone },
    consent: timing.mode !== "draft",
    override_media,
    publications: publications.map((target) => ({
      ...target,
      privacy_level: (target.privacy_level || null) as PrivacyLevel | null,
    })),
  }
}
