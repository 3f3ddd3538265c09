"use client"

import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { fileSize, plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { cancelUpload, sumOf, type Upload } from "../uploads"

const IDLE = { isPending: false, error: null }

/** Ask before uploads are given up: what has arrived of them is thrown away, and would have to be sent again. */
export function CancelUploads({ uploads, onClose }: { uploads: readonly Upload[]; onClose: () => void }) {
  const { sent } = sumOf(uploads)
  const [only] = uploads
  const all = plural(uploads.length, "upload")
  return (
    <ConfirmDialog
      title={
        uploads.length === 1 && only
          ? t("Cancel the upload of {name}?", { name: only.file.name })
          : t("Cancel {uploads}?", { uploads: all })
      }
      words={{
        keep: t("Go on uploading"),
        act: uploads.length === 1 ? t("Cancel it") : t("Cancel {uploads}", { uploads: all }),
        acting: "…",
      }}
      action={IDLE}
      onClose={onClose}
      onConfirm={() => {
        for (const upload of uploads) void cancelUpload(upload)
        onClose()
      }}
    >
      {sent > 0
        ? t(
            "The {size} that have arrived are thrown away. This cannot be undone; what is on your device stays there.",
            { size: fileSize(sent) },
          )
        : t("Nothing has arrived yet. This cannot be undone; what is on your device stays there.")}
    </ConfirmDialog>
  )
}
