/** TikTok's rules for one account's choices (Content Sharing Guidelines). The quoted strings are prescribed word for word. */

import type { CreatorInfo } from "@/lib/api/types"
import { type Message, m, t } from "@/lib/i18n"
import type { Target } from "./values"

export const PRIVATE = "SELF_ONLY"

export const BRANDED_NOT_PRIVATE = m("Branded content visibility cannot be set to private.")
export const PROMOTIONAL = m("Your photo/video will be labeled as 'Promotional content'")
export const PARTNERSHIP = m("Your photo/video will be labeled as 'Paid partnership'")

type Ticked = Pick<Target, "disclosure" | "your_brand" | "branded_content">

/** Return the label TikTok will show on the post; null as long as nothing is ticked. */
export function labelSentence({ disclosure, your_brand, branded_content }: Ticked): string | null {
  if (!disclosure) return null
  if (branded_content) return t(PARTNERSHIP)
  return your_brand ? t(PROMOTIONAL) : null
}

const privacyWords: Record<string, Message> = {
  PUBLIC_TO_EVERYONE: m("Everyone"),
  MUTUAL_FOLLOW_FRIENDS: m("Friends who follow each other"),
  FOLLOWER_OF_CREATOR: m("Followers"),
  SELF_ONLY: m("Only me"),
}

/** Say a privacy level in words. */
export function privacyWord(level: string): string {
  const word = privacyWords[level]
  return word ? t(word) : level
}

/** Return why this clip is too long for this account; null when it is not, or when the length is not known yet. */
export function tooLong(info: CreatorInfo, durationMs: number | null): string | null {
  const most = info.max_video_post_duration_ms
  if (!most || !durationMs || durationMs <= most) return null
  const seconds = (milliseconds: number) => Math.round(milliseconds / 100) / 10
  return t(
    "The video has {length} seconds; TikTok lets {nickname} post {most} at most. Choose a shorter video or take this account off.",
    { length: seconds(durationMs), nickname: info.nickname, most: seconds(most) },
  )
}
