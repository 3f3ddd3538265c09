"use client"

import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { say } from "@/components/ui/toaster"
import type { Account } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { usePauseAccount } from "../api/account-queries"
import { handleOf } from "../handle"

type PauseDialogProps = {
  account: Account
  /** How many scheduled posts would wait; undefined while that is being counted. */
  scheduled: number | undefined
  onClose: () => void
}

/** Ask before an account is paused, with what that stops. */
export function PauseDialog({ account, scheduled, onClose }: PauseDialogProps) {
  const pause = usePauseAccount()
  const handle = handleOf(account)

  function confirm() {
    pause.mutate(account.id, {
      onSuccess: () => {
        say(`${handle} is paused. Nothing goes out on it until you resume it.`)
        onClose()
      },
    })
  }

  return (
    <ConfirmDialog
      title={`Pause ${handle}?`}
      look="primary"
      words={{ keep: "Keep it going", act: "Pause", acting: "Pausing…" }}
      action={pause}
      onConfirm={confirm}
      onClose={onClose}
    >
      {consequence(scheduled)} What TikTok already has goes out.
    </ConfirmDialog>
  )
}

function consequence(scheduled: number | undefined): string {
  if (scheduled === 0) return "No post is scheduled on it. What comes due waits until you resume it."
  const posts = scheduled === undefined ? "Its scheduled posts" : `Its ${plural(scheduled, "scheduled post")}`
  return `${posts} will wait when they come due, until you resume it.`
}
