"use client"

import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { Progress } from "@/components/ui/progress"
import { timeLeft } from "@/lib/dates"
import { fileSize } from "@/lib/figures"
import { cancelUpload, forgetUpload, type Upload } from "../uploads"

/** One file on its way: how far, how fast, how long still. */
export function UploadProgress({ upload }: { upload: Upload }) {
  if (upload.phase === "refused") {
    return (
      <Notice
        kind="failed"
        action={
          <Button kind="quiet" size="small" onClick={() => forgetUpload(upload.id)}>
            Dismiss
          </Button>
        }
      >
        {upload.sentence}
      </Notice>
    )
  }
  return (
    <div className="grid gap-2 rounded-outer border border-line bg-raised p-3">
      <div className="flex items-center justify-between gap-3">
        <span className="min-w-0 truncate">{upload.file.name}</span>
        <Button kind="quiet" size="small" className="-my-1 -mr-1" onClick={() => cancelUpload(upload)}>
          Cancel
        </Button>
      </div>
      <Progress value={upload.sent} max={upload.file.size} label={`Upload of ${upload.file.name}`} />
      <p className="tabular text-12 text-muted">{describe(upload)}</p>
    </div>
  )
}

function describe({ phase, sent, file, speed }: Upload): string {
  if (phase === "waiting") return "The connection is lost. The upload goes on by itself when it is back."
  if (phase === "arrived" || sent >= file.size) return "Checking…"
  const far = `${fileSize(sent)} of ${fileSize(file.size)}`
  if (!speed) return far
  return `${far} · ${fileSize(speed.bytesPerSecond)}/s · ${timeLeft(speed.secondsLeft)}`
}
