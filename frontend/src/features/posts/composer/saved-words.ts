import type { Post } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { when } from "./submit-words"

/** Say what has just happened with a saved post. */
export function savedWords(
  post: Pick<Post, "timing_mode" | "due_at" | "publications">,
  zone: string,
): string {
  const accounts = plural(post.publications.length, "account")
  if (post.timing_mode === "draft") return t("Draft saved. Nothing goes out until you schedule it.")
  if (post.timing_mode === "now" || !post.due_at) {
    return t("On its way to {accounts}. It can take a few minutes before the post is visible on TikTok.", {
      accounts,
    })
  }
  return t("Scheduled on {accounts}, {when}.", { accounts, when: when(post.due_at, zone) })
}
