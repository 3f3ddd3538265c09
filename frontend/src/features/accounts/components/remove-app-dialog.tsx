"use client"

import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { say } from "@/components/ui/toaster"
import type { TikTokApp } from "@/lib/api/types"
import { useRemoveApp } from "../api/app-queries"

export function RemoveAppDialog({ app, onClose }: { app: TikTokApp; onClose: () => void }) {
  const remove = useRemoveApp(app.id)

  function confirm() {
    remove.mutate(undefined, {
      onSuccess: () => {
        say(`${app.name} is removed.`)
        onClose()
      },
    })
  }

  return (
    <ConfirmDialog
      title={`Remove ${app.name}?`}
      words={{ keep: "Keep it", act: "Remove", acting: "Removing…" }}
      action={remove}
      onConfirm={confirm}
      onClose={onClose}
    >
      Its key and secret are forgotten here. At TikTok nothing changes.
    </ConfirmDialog>
  )
}
