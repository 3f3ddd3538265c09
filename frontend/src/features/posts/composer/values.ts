import type { Post, PostInput } from "@/lib/api/types"
import { localTime } from "@/lib/dates"
import { EMPTY_SLIDESHOW, type SlideshowValues } from "@/lib/slideshow"

type PrivacyLevel = NonNullable<NonNullable<PostInput["publications"]>[number]["privacy_level"]>

export type PostMode = "DIRECT_POST" | "MEDIA_UPLOAD"

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
  /** Photos only. */
  auto_add_music: boolean
  /** Published there and then, or left in the account's inbox in TikTok. */
  post_mode: PostMode
  /** What this account says in place of the caption; null: the same. */
  own_caption: string | null
}

/** How the post keeps to its time; what is absent is as the API has it (pace.tsx). */
export type Pace = {
  /** It asks when it is later than this; null sends it however late. */
  late_limit_min?: number | null
  /** The accounts are spread over so many minutes. */
  stagger_min?: number
  /** What becomes of an account that has as many posts as TikTok takes in a day. */
  when_full?: "refuse" | "next_free"
}

export const kinds = ["video", "photo", "slideshow"] as const

/** The composer's form. */
export type ComposeValues = {
  kind: (typeof kinds)[number]
  slideshow: SlideshowValues
  /** Photos only: a title, the pictures in their order, and which of them is the cover. */
  title: string
  photo_ids: string[]
  cover_id: string | null
  caption: string
  media_id: string | null
  /** Of a video: the moment whose picture is the cover. */
  cover_ms: number
  timing: { mode: "draft" | "now" | "at"; local_time: string } & Pace
  publications: Target[]
  /** A person saw that TikTok will refuse the media, and wants it sent all the same. */
  override_media?: boolean
}

const HOUR = 3_600_000

/** Tell whether its person finishes the post in the TikTok app: none of the choices here reach it then. */
export function isInboxDraft({ post_mode }: Pick<Target, "post_mode">): boolean {
  return post_mode === "MEDIA_UPLOAD"
}

export function emptyTarget(accountId: string, postMode: PostMode = "DIRECT_POST"): Target {
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
    auto_add_music: false,
    post_mode: postMode,
    own_caption: null,
  }
}

/** Start with nothing but a time: the next full hour that is at least half an hour away. */
export function emptyValues(zone: string, now = Date.now()): ComposeValues {
  const nextHour = Math.ceil((now + HOUR / 2) / HOUR) * HOUR
  return {
    kind: "video",
    slideshow: EMPTY_SLIDESHOW,
    title: "",
    photo_ids: [],
    cover_id: null,
    caption: "",
    media_id: null,
    cover_ms: 0,
    timing: { mode: "at", local_time: localTime(nextHour, zone) },
    publications: [],
  }
}

/** Fill the form with a post that exists. */
export function valuesOf(post: Post, zone: string, now = Date.now()): ComposeValues {
  const isPhoto = post.kind === "photo"
  const ids = post.media.map(({ id }) => id)
  return {
    kind: post.kind,
    slideshow: slideshowOf(post),
    title: post.title,
    photo_ids: isPhoto ? ids : [],
    cover_id: (isPhoto && ids[post.cover_index]) || null,
    caption: post.caption,
    media_id: (post.kind === "video" && ids[0]) || null,
    cover_ms: post.cover_ms,
    timing: {
      mode: post.timing_mode,
      local_time: post.local_time?.slice(0, 16) || emptyValues(zone, now).timing.local_time,
      late_limit_min: post.late_limit_min,
      stagger_min: post.stagger_min,
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
      auto_add_music: publication.auto_add_music,
      post_mode: publication.post_mode,
      own_caption: publication.own_caption,
    })),
  }
}

function slideshowOf({ slideshow }: Post): SlideshowValues {
  if (!slideshow) return EMPTY_SLIDESHOW
  const { images, format, transition, transition_ms, music } = slideshow
  return {
    slides: images.map(({ order: _, ...slide }) => slide),
    format,
    transition,
    transition_ms,
    music,
  }
}

/** Turn the form into what the API takes. Pressing the button under the declaration is the consent. */
export function toPostInput(
  {
    kind,
    title,
    photo_ids,
    cover_id,
    caption,
    media_id,
    cover_ms,
    timing,
    publications,
    override_media = false,
  }: ComposeValues,
  zone: string,
): PostInput {
  const { mode, local_time, ...pace } = timing
  const isPhoto = kind === "photo"
  return {
    kind: isPhoto ? "photo" : "video",
    title: isPhoto ? title : "",
    cover_index: isPhoto ? Math.max(photo_ids.indexOf(cover_id ?? ""), 0) : 0,
    caption,
    cover_ms: isPhoto ? 0 : cover_ms,
    media_ids: isPhoto ? photo_ids : media_id ? [media_id] : [],
    timing: { ...pace, mode, local_time: mode === "at" ? local_time : "", time_zone: zone },
    consent: mode !== "draft",
    override_media: !isPhoto && override_media,
    publications: publications.map((target) => ({
      ...target,
      privacy_level: (target.privacy_level || null) as PrivacyLevel | null,
    })),
  }
}
