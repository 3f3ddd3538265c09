"use client"

import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { say } from "@/components/ui/toaster"
import type { TikTokApp } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { useRemoveApp } from "../api/app-queries"

export function RemoveAppDialog({ app, onClose }: { app: TikTokApp; onClose: () => void }) {
  const remove = useRemoveApp(app.id)

  function confirm() {
    remove.mutate(undefined, {
      onSuccess: () => {
        say(t("{name} is removed.", { name: app.name }))
        onClose()
      },
    })
  }

  return (
    <ConfirmDialog
      title={t("Remove {name}?", { name: app.name })}
      words={{ keep: t("Keep it"), act: t("Remove"), acting: t("Removing…") }}
      action={remove}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t("Its key and secret are forgotten here. At TikTok nothing changes.")}
    </ConfirmDialog>
  )
}
