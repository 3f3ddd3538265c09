"use client"

import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { say } from "@/components/ui/toaster"
import type { Account } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { useDisconnectAccount } from "../api/account-queries"
import { handleOf } from "../handle"

type DisconnectDialogProps = {
  account: Account
  /** How many scheduled posts will be held; undefined while that is being counted. */
  scheduled: number | undefined
  onClose: () => void
}

export function DisconnectDialog({ account, scheduled, onClose }: DisconnectDialogProps) {
  const disconnect = useDisconnectAccount()
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
    >
      {consequence(scheduled)} Its history stays.
    </ConfirmDialog>
  )
}

function consequence(scheduled: number | undefined): string {
  if (scheduled === undefined) return "Its scheduled posts will be held."
  if (scheduled === 0) return "No scheduled post is affected."
  return `${plural(scheduled, "scheduled post")} will be held.`
}
