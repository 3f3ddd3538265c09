"use client"

import { RotateCw } from "lucide-react"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import { plural } from "@/lib/figures"
import { usePostAction } from "../../api/publication-queries"

type RetryStoppedProps = { postId: string; title: string; count: number }

/** Sends a post again on the accounts on which it stopped, and on no other. */
export function RetryStopped({ postId, title, count }: RetryStoppedProps) {
  const { retry } = usePostAction(postId)
  return (
    <button
      type="button"
      disabled={retry.isPending}
      aria-label={`Retry ${count} stopped: “${title}”`}
      className="mt-1 inline-flex min-h-6 items-center gap-1 rounded-inner border border-line bg-raised px-1.5 text-12 hover:bg-tint disabled:text-faint"
      onClick={() =>
        retry.mutate(undefined, {
          onSuccess: ({ changed, left }) => {
            const more =
              left.length > 0 ? ` ${plural(left.length, "account")} left as it was: ${left[0]?.sentence}` : ""
            say(`Trying ${plural(changed.length, "account")} again.${more}`)
          },
          onError: (error) => say(sentenceOf(error)),
        })
      }
    >
      <RotateCw aria-hidden className="size-3" />
      Retry {count} stopped
    </button>
  )
}
