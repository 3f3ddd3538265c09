/**
 * TikTok's rules for the posting form (Content Sharing Guidelines) that stand there before an account is chosen; those that come with
 * its options are in option-rules.ts. The quoted strings are prescribed word for word.
 */
import { m } from "@/lib/i18n"
import type { Target } from "./values"

export const MUSIC_TERMS = "https://www.tiktok.com/legal/page/global/music-usage-confirmation/en"
export const BRANDED_POLICY = "https://www.tiktok.com/legal/page/global/bc-policy/en"

export const SAY_WHICH = m("You need to indicate if your content promotes yourself, a third party, or both.")

type Disclosure = Pick<Target, "disclosure" | "your_brand" | "branded_content"> & {
  post_mode?: Target["post_mode"]
}

/** Tell whether the disclosure switch is on with neither box ticked: nothing can be published then. */
export function isDisclosureOpen({
  disclosure,
  your_brand,
  branded_content,
  post_mode,
}: Disclosure): boolean {
  return post_mode !== "MEDIA_UPLOAD" && disclosure && !your_brand && !branded_content
}

/** Tell whether the declaration has to name the Branded Content Policy too. */
export function needsBrandedPolicy(targets: readonly Disclosure[]): boolean {
  return targets.some(
    ({ disclosure, branded_content, post_mode }) =>
      post_mode !== "MEDIA_UPLOAD" && disclosure && branded_content,
  )
}
