"use client"

import { useQuery } from "@tanstack/react-query"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { say } from "@/components/ui/toaster"
import type { Account } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { accountQueries, usePauseAccount } from "../api/account-queries"
import { handleOf } from "../handle"
import { PlannedPosts } from "./planned-posts"

type PauseDialogProps = { account: Account; zone: string; onClose: () => void }

/** Ask before an account is paused, with what that stops. */
export function PauseDialog({ account, zone, onClose }: PauseDialogProps) {
  const pause = usePauseAccount()
  const plans = useQuery(accountQueries.plans(account.id)).data
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
      below={plans ? <PlannedPosts plans={plans} zone={zone} /> : null}
    >
      {consequence(plans?.scheduled)} What TikTok already has goes out.
    </ConfirmDialog>
  )
}

function consequence(scheduled: number | undefined): string {
  if (scheduled === 0) return "No post is scheduled on it. What comes due waits until you resume it."
  const posts = scheduled === undefined ? "Its scheduled posts" : `Its ${plural(scheduled, "scheduled post")}`
  return `${posts} will wait when they come due, until you resume it.`
}
