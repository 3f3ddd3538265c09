"use client"

import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { say } from "@/components/ui/toaster"
import type { AccountGroup } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { useDeleteGroup } from "../api/group-queries"

/** Ask before a group goes, and say what stays. */
export function DeleteGroupDialog({ group, onClose }: { group: AccountGroup; onClose: () => void }) {
  const remove = useDeleteGroup()
  const count = group.account_ids.length

  function confirm() {
    remove.mutate(group.id, {
      onSuccess: () => {
        say(`The group “${group.name}” is deleted.`)
        onClose()
      },
    })
  }

  return (
    <ConfirmDialog
      title={`Delete “${group.name}”?`}
      words={{ keep: "Keep it", act: "Delete", acting: "Deleting…" }}
      action={remove}
      onConfirm={confirm}
      onClose={onClose}
    >
      {count === 0
        ? "No account is in it."
        : `Only the group goes: its ${plural(count, "account")} and their posts stay as they are.`}
    </ConfirmDialog>
  )
}
