"use client"

import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { say } from "@/components/ui/toaster"
import type { MediaAsset } from "@/lib/api/types"
import { useDeleteMedia } from "../api/media-queries"

export function DeleteMediaDialog({ asset, onClose }: { asset: MediaAsset; onClose: () => void }) {
  const remove = useDeleteMedia()

  function confirm() {
    remove.mutate(asset.id, {
      onSuccess: () => {
        say(`${asset.file_name} is deleted.`)
        onClose()
      },
    })
  }

  return (
    <ConfirmDialog
      title="Delete this file?"
      words={{ keep: "Keep it", act: "Delete", acting: "Deleting…" }}
      action={remove}
      onConfirm={confirm}
      onClose={onClose}
    >
      {asset.file_name} leaves this server for good. What is already on TikTok stays there.
    </ConfirmDialog>
  )
}
