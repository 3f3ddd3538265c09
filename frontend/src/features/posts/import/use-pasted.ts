import { useEffect, useEffectEvent } from "react"

/** Hear of a file, or of the cells of a spreadsheet, that somebody pastes on this page. */
export function usePasted(onFile: (file: File) => void, onText: (text: string) => void): void {
  const hear = useEffectEvent((event: ClipboardEvent) => {
    const file = event.clipboardData?.files[0]
    const text = event.clipboardData?.getData("text/plain") ?? ""
    if (!file && !text.trim()) return
    event.preventDefault()
    if (file) onFile(file)
    else onText(text)
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => hear(event)
    window.addEventListener("paste", listener)
    return () => window.removeEventListener("paste", listener)
  }, [])
}
