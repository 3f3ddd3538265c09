"use client"

import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { fileSize, plural } from "@/lib/figures"
import { cancelUpload, sumOf, type Upload } from "../uploads"

const IDLE = { isPending: false, error: null }

/** Ask before uploads are given up: what has arrived of them is thrown away, and would have to be sent again. */
export function CancelUploads({ uploads, onClose }: { uploads: readonly Upload[]; onClose: () => void }) {
  const { sent } = sumOf(uploads)
  const [only] = uploads
  const many = plural(uploads.length, "upload")
  return (
    <ConfirmDialog
      title={uploads.length === 1 && only ? `Cancel the upload of ${only.file.name}?` : `Cancel ${many}?`}
      words={{
        keep: "Go on uploading",
        act: uploads.length === 1 ? "Cancel it" : `Cancel ${many}`,
        acting: "…",
      }}
      action={IDLE}
      onClose={onClose}
      onConfirm={() => {
        for (const upload of uploads) void cancelUpload(upload)
        onClose()
      }}
    >
      {sent > 0 ? `The ${fileSize(sent)} that have arrived are thrown away.` : "Nothing has arrived yet."}{" "}
      This cannot be undone; what is on your device stays there.
    </ConfirmDialog>
  )
}
