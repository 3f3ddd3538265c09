"use client"

import { type KeyboardEvent, type Ref, useDeferredValue, useImperativeHandle, useMemo, useRef } from "react"
import { Textarea } from "@/components/ui/field"
import { t } from "@/lib/i18n"

export type EditorHandle = { goTo: (line: number) => void }

type CsvEditorProps = {
  ref: Ref<EditorHandle>
  text: string
  /** Lines that have a problem. */
  marked: readonly number[]
  onChange: (text: string) => void
  onLook: () => void
}

/** The file's text with line numbers, to be mended in place. Control and Enter look at it again. */
export function CsvEditor({ ref, text, marked, onChange, onLook }: CsvEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLPreElement>(null)
  const numbers = useDeferredValue(useNumbers(text, marked))
  useImperativeHandle(ref, () => ({ goTo: (line) => area.current && selectLine(area.current, line) }))
  function hear(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onLook()
  }
  return (
    <div className="flex h-64 overflow-hidden rounded-outer border border-line bg-raised focus-within:outline-2 focus-within:outline-accent focus-within:outline-offset-2">
      <pre
        ref={gutter}
        aria-hidden
        className="tabular shrink-0 select-none overflow-hidden border-line border-r px-2 py-2 text-right font-mono text-12 text-muted leading-5"
      >
        {numbers}
        {"\n\n"}
      </pre>
      <Textarea
        ref={area}
        aria-label={t("Text of the file")}
        value={text}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        onKeyDown={hear}
        onChange={(event) => onChange(event.target.value)}
        onScroll={({ currentTarget }) => {
          if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop
        }}
        className="h-full resize-none overflow-auto rounded-none border-0 font-mono leading-5 outline-none"
      />
    </div>
  )
}

function useNumbers(text: string, marked: readonly number[]): string {
  return useMemo(() => {
    const wrong = new Set(marked)
    const lines = text.split(/\r\n|\r|\n/).length
    return Array.from({ length: lines }, (_, index) =>
      wrong.has(index + 1) ? `▸ ${index + 1}` : `${index + 1}`,
    ).join("\n")
  }, [text, marked])
}

/** Choose a whole line and bring it into sight. */
function selectLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split("\n")
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  area.focus()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  const height = Number.parseFloat(getComputedStyle(area).lineHeight) || 0
  area.scrollTop = Math.max(0, (line - 3) * height)
  area.scrollLeft = 0
  area.scrollIntoView?.({ block: "center" })
}
