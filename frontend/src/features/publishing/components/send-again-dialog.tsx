"use client"

import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { t } from "@/lib/i18n"
import type { PublicationActions } from "../api/publication-queries"

/** The warning before a post is sent that may be out already. */
export function SendAgainDialog({ actions, onClose }: { actions: PublicationActions; onClose: () => void }) {
  const { settle } = actions
  return (
    <ConfirmDialog
      title={t("Send the post again?")}
      words={{ keep: t("Do not send it"), act: t("Send it again"), acting: t("Sending…") }}
      action={settle}
      onConfirm={() => settle.mutate({ is_there: false, link: "", confirmed: true }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {t(
        "It may already be there; sending again can post it twice. Look at the account in TikTok first. That you sent it again is kept in the audit log.",
      )}
    </ConfirmDialog>
  )
}
