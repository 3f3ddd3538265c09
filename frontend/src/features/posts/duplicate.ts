import type { Post } from "@/lib/api/types"
import { toSlideshowInput } from "./composer/slideshow-input"
import { emptyTarget, toPostInput, valuesOf } from "./composer/values"

/**
 * Return what makes a copy of a post, as a draft: its media, words and accounts. Who can see it and what they may do are not
 * taken along: TikTok has a person choose that for every post.
 *
 * @param canPost whether an account can still be posted to; what it says in place of the caption goes with it
 */
export function copyOf(post: Post, zone: string, canPost: (accountId: string) => boolean) {
  const values = valuesOf(post, zone)
  const copy = {
    ...values,
    timing: { ...values.timing, mode: "draft" as const },
    publications: values.publications
      .filter(({ account_id }) => canPost(account_id))
      .map(({ account_id, post_mode, own_caption }) => ({
        ...emptyTarget(account_id, post_mode),
        own_caption,
      })),
  }
  return post.kind === "slideshow"
    ? ({ kind: "slideshow", body: toSlideshowInput(copy, zone) } as const)
    : ({ kind: "post", body: toPostInput(copy, zone) } as const)
}
