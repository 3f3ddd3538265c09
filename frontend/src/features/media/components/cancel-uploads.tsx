"use client"

import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { fileSize, plural } from "@/lib/figures"
import { cancelUpload, sumOf, type Upload } from "../uploads"

const IDLE = { isPending: false, error: null }

/** Ask before uploads are given up: what has arrived of them is thrown away, and would have to be sent again. */
export function CancelUploads({ uploads, onClose }: { uploads: readonly Upload[]; onClose: () => void }) {
  const { sent } = sumOf(uploads)
  const [only] = uploads
  const name = uploads.length === 1 && only ? only.file.name : plural(uploads.length, "upload")
  return (
    <ConfirmDialog
      title={`Cancel ${uploads.length === 1 ? "this upload" : `${plural(uploads.length, "upload")}`}?`}
      words={{ keep: "Go on uploading", act: "Cancel it", acting: "Cancelling…" }}
      action={IDLE}
      onClose={onClose}
      onConfirm={() => {
        for (const upload of uploads) void cancelUpload(upload)
        onClose()
      }}
    >
      {name}: {sent > 0 ? `the ${fileSize(sent)} that arrived are thrown away.` : "nothing has arrived yet."} This
      cannot be undone; the file on your device stays as it is.
    </ConfirmDialog>
  )
}
