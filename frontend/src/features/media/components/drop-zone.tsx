"use client"

import { Upload } from "lucide-react"
import { type DragEvent, type ReactNode, useId, useState } from "react"
import { cn } from "@/lib/cn"
import { usePastedFiles } from "../use-given-files"

type DropZoneProps = {
  onFiles: (files: File[]) => void
  multiple?: boolean
  label?: string
  hint?: string
  accept?: string
  children?: ReactNode
}

/** Choose files with the keyboard or the mouse, drop them here, or paste them anywhere on the page. */
export function DropZone({
  onFiles,
  multiple = false,
  label = "Choose a video",
  hint = "MP4, MOV or WebM, up to 4 GB",
  accept = "video/mp4,video/quicktime,video/webm,.mp4,.mov,.webm",
  children,
}: DropZoneProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const take = (files: File[]) => {
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  usePastedFiles(take)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files])
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same by keyboard.
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        "grid justify-items-center gap-2 rounded-outer border border-dashed bg-raised px-4 py-8 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
        over ? "border-accent" : "border-faint",
      )}
    >
      <Upload aria-hidden className="size-5 text-muted" />
      <p>
        <label htmlFor={id} className="text-accent underline underline-offset-3">
          {label}
        </label>
        , drop {multiple ? "them" : "it"} here, or paste
      </p>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ""
        }}
      />
      <p className="text-12 text-muted">{hint}</p>
      {children}
    </div>
  )
}
