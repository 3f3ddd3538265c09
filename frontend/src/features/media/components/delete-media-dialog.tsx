"use client"

import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
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
    <Dialog
      title="Delete this file?"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button kind="danger" disabled={remove.isPending} onClick={confirm}>
            {remove.isPending ? "Deleting…" : "Delete"}
          </Button>
        </>
      }
    >
      <p>{asset.file_name} leaves this server for good. What is already on TikTok stays there.</p>
      {remove.error ? <Notice kind="failed">{sentenceOf(remove.error)}</Notice> : null}
    </Dialog>
  )
}
