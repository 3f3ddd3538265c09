"use client"

import { RotateCw } from "lucide-react"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { usePostAction } from "../../api/publication-queries"

type RetryStoppedProps = { postId: string; title: string; count: number }

/** Sends a post again on the accounts on which it stopped, and on no other. */
export function RetryStopped({ postId, title, count }: RetryStoppedProps) {
  const { retry } = usePostAction(postId)
  return (
    <button
      type="button"
      disabled={retry.isPending}
      aria-label={t("Retry {count} stopped: “{title}”", { count, title })}
      className="mt-1 inline-flex min-h-6 items-center gap-1 rounded-inner border border-line bg-raised px-1.5 text-12 hover:bg-tint disabled:text-faint"
      onClick={() =>
        retry.mutate(undefined, {
          onSuccess: ({ changed, left }) => {
            const tried = t("Trying {accounts} again.", { accounts: plural(changed.length, "account") })
            const [first] = left
            const kept = { accounts: plural(left.length, "account"), reason: first?.sentence ?? "" }
            say(first ? `${tried} ${t("{accounts} left as it was: {reason}", kept)}` : tried)
          },
          onError: (error) => say(sentenceOf(error)),
        })
      }
    >
      <RotateCw aria-hidden className="size-3" />
      {t("Retry {count} stopped", { count })}
    </button>
  )
}
