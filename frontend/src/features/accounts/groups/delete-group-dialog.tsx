"use client"

import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { say } from "@/components/ui/toaster"
import type { AccountGroup } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { useDeleteGroup } from "../api/group-queries"

/** Ask before a group goes, and say what stays. */
export function DeleteGroupDialog({ group, onClose }: { group: AccountGroup; onClose: () => void }) {
  const remove = useDeleteGroup()
  const count = group.account_ids.length

  function confirm() {
    remove.mutate(group.id, {
      onSuccess: () => {
        say(t("The group “{name}” is deleted.", { name: group.name }))
        onClose()
      },
    })
  }

  return (
    <ConfirmDialog
      title={t("Delete “{name}”?", { name: group.name })}
      words={{ keep: t("Keep it"), act: t("Delete"), acting: t("Deleting…") }}
      action={remove}
      onConfirm={confirm}
      onClose={onClose}
    >
      {count === 0
        ? t("No account is in it.")
        : t("Only the group goes: its {accounts} and their posts stay as they are.", {
            accounts: plural(count, "account"),
          })}
    </ConfirmDialog>
  )
}
