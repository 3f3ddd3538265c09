"use client"

import { useQuery } from "@tanstack/react-query"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { say } from "@/components/ui/toaster"
import type { Account, AccountPlans } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { accountQueries, useDisconnectAccount } from "../api/account-queries"
import { handleOf } from "../handle"
import { PlannedPosts } from "./planned-posts"

type DisconnectDialogProps = { account: Account; zone: string; onClose: () => void }

export function DisconnectDialog({ account, zone, onClose }: DisconnectDialogProps) {
  const disconnect = useDisconnectAccount()
  const plans = useQuery(accountQueries.plans(account.id)).data
  const handle = handleOf(account)

  function confirm() {
    disconnect.mutate(account.id, {
      onSuccess: ({ held_publications }) => {
        say(`${handle} is disconnected. ${plural(held_publications, "scheduled post")} held.`)
        onClose()
      },
    })
  }

  return (
    <ConfirmDialog
      title={`Disconnect ${handle}?`}
      words={{ keep: "Keep it connected", act: "Disconnect", acting: "Disconnecting…" }}
      action={disconnect}
      onConfirm={confirm}
      onClose={onClose}
      below={plans ? <PlannedPosts plans={plans} zone={zone} /> : null}
    >
      {consequence(plans)} Its history stays, and connecting it again lets what was held go on.
    </ConfirmDialog>
  )
}

function consequence(plans: AccountPlans | undefined): string {
  if (!plans) return "Its scheduled posts will be held."
  const { scheduled, on_its_way, series } = plans
  return [
    scheduled === 0
      ? "No scheduled post is affected."
      : `${plural(scheduled, "scheduled post")} will be held.`,
    on_its_way > 0 ? `${plural(on_its_way, "post")} TikTok already has may still go out.` : "",
    series > 0 ? `${plural(series, "series", "series")} can no longer post on it.` : "",
  ]
    .filter(Boolean)
    .join(" ")
}
