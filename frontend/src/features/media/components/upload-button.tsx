"use client"

import { Upload } from "lucide-react"
import { useRef } from "react"
import { Button } from "@/components/ui/button"
import { t } from "@/lib/i18n"

export function UploadButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button kind="primary" onClick={() => input.current?.click()}>
        <Upload aria-hidden className="size-4" />
        {t("Upload files")}
      </Button>
      <input
        ref={input}
        type="file"
        aria-label={t("Files to upload")}
        accept="video/mp4,video/quicktime,video/webm,.mp4,.mov,.webm,image/*,.heic,.heif"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ""
        }}
      />
    </>
  )
}
