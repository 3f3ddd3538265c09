"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Progress } from "@/components/ui/progress"
import { timeLeft } from "@/lib/dates"
import { fileSize, plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { CancelUploads } from "../components/cancel-uploads"
import { UploadProgress } from "../components/upload-progress"
import { forgetUpload, isUnfinished, sumOf, type Upload, useUploads } from "../uploads"

/** Every file on its way: all of them together, then each. */
export function UploadsPanel() {
  const uploads = useUploads()
  const unfinished = uploads.filter(isUnfinished)
  const settled = uploads.filter(({ phase, wasKnown }) => phase === "refused" || wasKnown)
  return (
    <section aria-label={t("Uploads")} className="grid max-w-form gap-2 pb-6">
      {unfinished.length > 1 ? <Total uploads={unfinished} /> : null}
      <ul className="grid max-h-[60dvh] gap-2 overflow-y-auto">
        {uploads.map((one) => (
          <li key={one.id}>
            <UploadProgress upload={one} />
          </li>
        ))}
      </ul>
      {settled.length > 1 ? (
        <Button
          kind="quiet"
          size="small"
          className="justify-self-start"
          onClick={() => {
            for (const { id } of settled) forgetUpload(id)
          }}
        >
          {t("Dismiss what is done")}
        </Button>
      ) : null}
    </section>
  )
}

function Total({ uploads }: { uploads: readonly Upload[] }) {
  const { sent, size, bytesPerSecond } = sumOf(uploads)
  const [asks, setAsks] = useState(false)
  const far = t("{sent} of {size}", { sent: fileSize(sent), size: fileSize(size) })
  const rest = bytesPerSecond > 0 ? ` · ${timeLeft((size - sent) / bytesPerSecond)}` : ""
  return (
    <div className="grid gap-2 rounded-outer border border-line p-3">
      <div className="flex items-center justify-between gap-3">
        <span>{t("{files} on the way", { files: plural(uploads.length, "file") })}</span>
        <Button kind="quiet" size="small" className="-my-1 -mr-1" onClick={() => setAsks(true)}>
          {t("Cancel all")}
        </Button>
      </div>
      {asks ? <CancelUploads uploads={uploads} onClose={() => setAsks(false)} /> : null}
      <Progress value={sent} max={size} label={t("All uploads")} />
      <p className="tabular text-12 text-muted">{`${far}${rest}`}</p>
    </div>
  )
}
