"use client"

import { Hash } from "lucide-react"
import dynamic from "next/dynamic"
import { useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Field, Textarea } from "@/components/ui/field"
import { cn } from "@/lib/cn"
import { exactCount, plural } from "@/lib/figures"
import { countUnits } from "../caption"
import { insertTags, oddWords, tagsOf } from "../caption-marks"
import { CaptionMarks } from "./caption-marks"

// Fetched when somebody asks for the saved groups.
const HashtagMenu = dynamic(() => import("../hashtags/hashtag-menu").then((module) => module.HashtagMenu), {
  ssr: false,
})

type CaptionBoxProps = {
  label: string
  value: string
  most: number
  error: string | undefined
  rows?: number
  placeholder?: string
  onChange: (words: string) => void
  onBlur?: () => void
  /** Where the form finds the field that is to be mended. */
  inputRef?: (element: HTMLTextAreaElement | null) => void
}

/** A caption: what TikTok will link is marked, what it takes is counted, and saved hashtags are put in at the caret. */
export function CaptionBox({ label, value, most, error, inputRef, onChange, ...input }: CaptionBoxProps) {
  const area = useRef<HTMLTextAreaElement | null>(null)
  const back = useRef<HTMLDivElement>(null)
  const caret = useRef<number | null>(null)
  const [isOpen, setOpen] = useState(false)
  const used = countUnits(value)
  const tags = tagsOf(value)

  function put(chosen: readonly string[]): boolean {
    const added = insertTags(value, Math.min(caret.current ?? value.length, value.length), chosen)
    if (added && area.current) typeInto(area.current, added, onChange)
    return added !== null
  }

  return (
    <Field
      label={label}
      error={error}
      hint={oddWords(value) ?? undefined}
      aside={
        <span
          className={cn("tabular text-12", used > most ? "font-strong text-failed" : "text-muted")}
          title="Counted as TikTok counts: most emoji count two"
        >
          {exactCount(used)} of {exactCount(most)}
        </span>
      }
    >
      {(wiring) => (
        <>
          <div className="relative grid">
            <Textarea
              rows={6}
              dir="auto"
              className="caption-text"
              {...wiring}
              {...input}
              ref={(element) => {
                area.current = element
                inputRef?.(element)
              }}
              value={value}
              onChange={({ target }) => onChange(target.value)}
              onSelect={({ currentTarget }) => {
                caret.current = currentTarget.selectionEnd
              }}
              onScroll={({ currentTarget }) => {
                if (back.current) back.current.scrollTop = currentTarget.scrollTop
              }}
            />
            <CaptionMarks ref={back} caption={value} />
          </div>
          <div className="relative flex items-center justify-between gap-3">
            <Button
              kind="quiet"
              size="small"
              aria-haspopup="dialog"
              aria-expanded={isOpen}
              className="-ml-2"
              onClick={() => setOpen(!isOpen)}
            >
              <Hash aria-hidden className="size-4" />
              Saved hashtags
            </Button>
            {tags.length > 0 ? (
              <span className="tabular text-12 text-muted">{plural(tags.length, "hashtag")}</span>
            ) : null}
            {isOpen ? (
              <HashtagMenu
                tags={tags}
                onChoose={put}
                onClose={() => {
                  setOpen(false)
                  area.current?.focus()
                }}
              />
            ) : null}
          </div>
        </>
      )}
    </Field>
  )
}

/** Type words in at a place, so that the browser's own undo takes them out again. */
function typeInto(
  area: HTMLTextAreaElement,
  { words, at }: { words: string; at: number },
  onChange: (words: string) => void,
): void {
  area.focus()
  area.setSelectionRange(at, at)
  // Nothing else reaches the browser's undo; where it is not there, the value is set.
  if (document.execCommand?.("insertText", false, words)) return
  onChange(area.value.slice(0, at) + words + area.value.slice(at))
}
