"use client"

import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
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
    <Dialog
      title={`Disconnect ${handle}?`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Keep it connected</Button>
          <Button kind="danger" disabled={disconnect.isPending} onClick={confirm}>
            {disconnect.isPending ? "Disconnecting…" : "Disconnect"}
          </Button>
        </>
      }
    >
      <p>{consequence(scheduled)} Its history stays.</p>
      {disconnect.error ? <Notice kind="failed">{sentenceOf(disconnect.error)}</Notice> : null}
    </Dialog>
  )
}

function consequence(scheduled: number | undefined): string {
  if (scheduled === undefined) return "Its scheduled posts will be held."
  if (scheduled === 0) return "No scheduled post is affected."
  return `${plural(scheduled, "scheduled post")} will be held.`
}
