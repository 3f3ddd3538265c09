"use client"

import { Upload } from "lucide-react"
import type { ReactNode } from "react"
import { DropBox } from "@/components/ui/drop-box"
import { t } from "@/lib/i18n"
import { usePastedFiles } from "../use-given-files"

type DropZoneProps = {
  onFiles: (files: File[]) => void
  multiple?: boolean
  sentence?: string
  hint?: string
  accept?: string
  children?: ReactNode
}

/** Choose files with the keyboard or the mouse, drop them here, or paste them anywhere on the page. */
export function DropZone({
  onFiles,
  multiple = false,
  sentence = t("<choose>Choose a video</choose>, drop it here, or paste"),
  hint = t("MP4, MOV or WebM, up to 4 GB"),
  accept = "video/mp4,video/quicktime,video/webm,.mp4,.mov,.webm",
  children,
}: DropZoneProps) {
  usePastedFiles((files) => {
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  })
  return (
    <DropBox icon={Upload} {...{ sentence, hint, accept, multiple, onFiles }}>
      {children}
    </DropBox>
  )
}
