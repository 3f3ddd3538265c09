/** TikTok's rules for one account's choices (Content Sharing Guidelines). The quoted strings are prescribed word for word. */
import type { CreatorInfo } from "@/lib/api/types"
import type { Target } from "./values"

export const PRIVATE = "SELF_ONLY"

export const BRANDED_NOT_PRIVATE = "Branded content visibility cannot be set to private."
const PROMOTIONAL = "Your photo/video will be labeled as 'Promotional content'"
const PARTNERSHIP = "Your photo/video will be labeled as 'Paid partnership'"

type Ticked = Pick<Target, "disclosure" | "your_brand" | "branded_content">

/** Return the label TikTok will show on the post; null as long as nothing is ticked. */
export function labelSentence({ disclosure, your_brand, branded_content }: Ticked): string | null {
  if (!disclosure) return null
  if (branded_content) return PARTNERSHIP
  return your_brand ? PROMOTIONAL : null
}

const privacyWords: Record<string, string> = {
  PUBLIC_TO_EVERYONE: "Everyone",
  MUTUAL_FOLLOW_FRIENDS: "Friends who follow each other",
  FOLLOWER_OF_CREATOR: "Followers",
  SELF_ONLY: "Only me",
}

/** Say a privacy level in words. */
export function privacyWord(level: string): string {
  return privacyWords[level] ?? level
}

/** Return why this clip is too long for this account; null when it is not, or when the length is not known yet. */
export function tooLong(info: CreatorInfo, durationMs: number | null): string | null {
  const most = info.max_video_post_duration_ms
  if (!most || !durationMs || durationMs <= most) return null
  const seconds = (milliseconds: number) => Math.round(milliseconds / 100) / 10
  return `The video has ${seconds(durationMs)} seconds; TikTok lets ${info.nickname} post ${seconds(most)} at most. Choose a shorter video or take this account off.`
}
