"use client"

import type { LucideIcon } from "lucide-react"
import { type DragEvent, type ReactNode, useId, useState } from "react"
import { cn } from "@/lib/cn"
import { rich } from "@/lib/rich"

type DropBoxProps = {
  icon: LucideIcon
  /** What to do here; its `<choose>` opens the browser's dialog. */
  sentence: string
  hint: string
  accept: string
  multiple?: boolean
  /** At least one; only the first unless there may be several. */
  onFiles: (files: File[]) => void
  children?: ReactNode
}

/** Where files are dropped, or chosen with the keyboard or the mouse. */
export function DropBox({
  icon: Icon,
  sentence,
  hint,
  accept,
  multiple = false,
  onFiles,
  children,
}: DropBoxProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  function take(files: FileList | null) {
    const taken = [...(files ?? [])].slice(0, multiple ? undefined : 1)
    if (taken.length > 0) onFiles(taken)
  }
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
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
        over ? "border-accent" : "border-edge",
      )}
    >
      <Icon aria-hidden className="size-5 text-muted" />
      <p>
        {rich(sentence, {
          choose: (text) => (
            <label htmlFor={id} className="text-accent underline underline-offset-3">
              {text}
            </label>
          ),
        })}
      </p>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ""
        }}
      />
      <p className="text-12 text-muted">{hint}</p>
      {children}
    </div>
  )
}
