import { useEffect, useEffectEvent, useState } from "react"

const filesOf = (given: DataTransfer | null) => [...(given?.files ?? [])]
const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false

/** Hear of files that somebody pastes on this page. */
export function usePastedFiles(onFiles: (files: File[]) => void): void {
  const hear = useEffectEvent((event: ClipboardEvent) => {
    const files = filesOf(event.clipboardData)
    if (files.length === 0) return
    event.preventDefault()
    onFiles(files)
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => hear(event)
    window.addEventListener("paste", listener)
    return () => window.removeEventListener("paste", listener)
  }, [])
}

/** Hear of files that are dropped anywhere on this page; return whether some are being held over it. */
export function useDroppedFiles(onFiles: (files: File[]) => void): boolean {
  const [held, setHeld] = useState(false)
  const hear = useEffectEvent((event: DragEvent) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    setHeld(event.type === "dragover")
    if (event.type === "drop") onFiles(filesOf(event.dataTransfer))
  })
  useEffect(() => {
    const over = (event: DragEvent) => hear(event)
    // Only the page's own edge counts: going from one thing to another on it is no leaving.
    const leave = (event: DragEvent) => {
      if (!event.relatedTarget) setHeld(false)
    }
    window.addEventListener("dragover", over)
    window.addEventListener("drop", over)
    window.addEventListener("dragleave", leave)
    return () => {
      window.removeEventListener("dragover", over)
      window.removeEventListener("drop", over)
      window.removeEventListener("dragleave", leave)
    }
  }, [])
  return held
}
