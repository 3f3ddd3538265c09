"use client"

import { useQuery } from "@tanstack/react-query"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { say } from "@/components/ui/toaster"
import type { Account } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
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
        say(t("{handle} is paused. Nothing goes out on it until you resume it.", { handle }))
        onClose()
      },
    })
  }

  return (
    <ConfirmDialog
      title={t("Pause {handle}?", { handle })}
      look="primary"
      words={{ keep: t("Keep it going"), act: t("Pause"), acting: t("Pausing…") }}
      action={pause}
      onConfirm={confirm}
      onClose={onClose}
      below={plans ? <PlannedPosts plans={plans} zone={zone} /> : null}
    >
      {consequence(plans?.scheduled)} {t("What TikTok already has goes out.")}
    </ConfirmDialog>
  )
}

function consequence(scheduled: number | undefined): string {
  if (scheduled === 0) return t("No post is scheduled on it. What comes due waits until you resume it.")
  if (scheduled === undefined)
    return t("Its scheduled posts will wait when they come due, until you resume it.")
  return t("Its {posts} will wait when they come due, until you resume it.", {
    posts: plural(scheduled, "scheduled post"),
  })
}
