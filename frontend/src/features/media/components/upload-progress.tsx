"use client"

import { Pause, Play, RotateCcw, X } from "lucide-react"
import dynamic from "next/dynamic"
import { type ReactNode, useState } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { Progress } from "@/components/ui/progress"
import { timeLeft } from "@/lib/dates"
import { fileSize } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"
import { forgetUpload, pauseUpload, resumeUpload, type Upload } from "../uploads"

const CancelUploads = dynamic(() => import("./cancel-uploads").then((module) => module.CancelUploads), {
  ssr: false,
})

/** One file on its way: how far, how fast, how long still; it can be paused, tried again and given up. */
export function UploadProgress({ upload }: { upload: Upload }) {
  const { phase, file } = upload
  const [asks, setAsks] = useState(false)
  if (phase === "refused") return <Refused upload={upload} />
  if (upload.wasKnown && upload.mediaId) return <Known upload={upload} />
  const isPaused = phase === "paused"
  return (
    <div className="grid gap-2 rounded-outer border border-line bg-raised p-3">
      <div className="flex items-center justify-between gap-1">
        <span className="min-w-0 flex-1 truncate">{file.name}</span>
        {phase === "arrived" ? null : (
          <Deed
            label={
              isPaused ? t("Go on with {name}", { name: file.name }) : t("Pause {name}", { name: file.name })
            }
            onClick={() => (isPaused ? resumeUpload : pauseUpload)(upload.id)}
          >
            {isPaused ? <Play aria-hidden className="size-4" /> : <Pause aria-hidden className="size-4" />}
            {isPaused ? t("Go on") : t("Pause")}
          </Deed>
        )}
        <Deed label={t("Cancel {name}", { name: file.name })} onClick={() => setAsks(true)}>
          <X aria-hidden className="size-4" />
          {t("Cancel")}
        </Deed>
      </div>
      {asks ? <CancelUploads uploads={[upload]} onClose={() => setAsks(false)} /> : null}
      <Progress value={upload.sent} max={file.size} label={t("Upload of {name}", { name: file.name })} />
      <p className="tabular text-12 text-muted">{describe(upload)}</p>
    </div>
  )
}

function Deed({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Button kind="quiet" size="small" className="-my-1" aria-label={label} onClick={onClick}>
      {children}
    </Button>
  )
}

function Refused({ upload }: { upload: Upload }) {
  return (
    <Notice
      kind="failed"
      action={
        <span className="flex gap-1">
          {upload.mayRetry ? (
            <Deed
              label={t("Try {name} again", { name: upload.file.name })}
              onClick={() => resumeUpload(upload.id)}
            >
              <RotateCcw aria-hidden className="size-4" />
              {t("Try again")}
            </Deed>
          ) : null}
          <Button kind="quiet" size="small" className="-my-1" onClick={() => forgetUpload(upload.id)}>
            {t("Dismiss")}
          </Button>
        </span>
      }
    >
      {upload.sentence}
    </Notice>
  )
}

function Known({ upload }: { upload: Upload }) {
  return (
    <Notice
      action={
        <Button kind="quiet" size="small" className="-my-1" onClick={() => forgetUpload(upload.id)}>
          {t("Dismiss")}
        </Button>
      }
    >
      <span>
        {rich(
          t("{name} is in the library already: the very same bytes. <link>Show it</link>", {
            name: upload.file.name,
          }),
          { link: (text) => <AppLink href={`/library/${upload.mediaId}`}>{text}</AppLink> },
        )}
      </span>
    </Notice>
  )
}

function describe({ phase, sent, file, speed }: Upload): string {
  const far = t("{sent} of {size}", { sent: fileSize(sent), size: fileSize(file.size) })
  if (phase === "queued") return t("Waits its turn")
  if (phase === "paused") return t("Paused at {progress}", { progress: far })
  if (phase === "waiting") return t("The connection is lost. The upload goes on by itself when it is back.")
  if (phase === "arrived" || sent >= file.size) return t("Checking…")
  if (!speed) return far
  return `${far} · ${fileSize(speed.bytesPerSecond)}/s, ${timeLeft(speed.secondsLeft)}`
}
