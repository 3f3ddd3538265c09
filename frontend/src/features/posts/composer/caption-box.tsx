"use client"

import dynamic from "next/dynamic"
import { type ComponentProps, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Field, Textarea } from "@/components/ui/field"
import { cn } from "@/lib/cn"
import { exactCount, plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { countUnits } from "../caption"
import { useMarks } from "./use-marks"

// Both are fetched when there is something for them: the first hashtag, and somebody who asks for the saved ones.
const CaptionMarks = dynamic(() => import("./caption-marks").then((module) => module.CaptionMarks), {
  ssr: false,
})
const HashtagMenu = dynamic(() => import("../hashtags/hashtag-menu").then((module) => module.HashtagMenu), {
  ssr: false,
})

type CaptionBoxProps = {
  label: string
  /** What stands in the field. */
  words: string
  most: number
  error: string | undefined
  /** How the form hears of it. */
  input: ComponentProps<"textarea">
}

/** A caption: what TikTok will link is marked, what it takes is counted, and saved hashtags are put in at the caret. */
export function CaptionBox({ label, words, most, error, input }: CaptionBoxProps) {
  const area = useRef<HTMLDivElement>(null)
  const caret = useRef<number | null>(null)
  const [isOpen, setOpen] = useState(false)
  const marks = useMarks(words)
  const used = countUnits(words)
  const tags = marks?.tagsOf(words) ?? []
  const odd = marks?.oddWords(words)
  const find = () => area.current?.querySelector("textarea") ?? null

  return (
    <Field
      label={label}
      error={error}
      hint={odd ? <span className="text-needs-you">{odd}</span> : undefined}
      aside={
        <span
          className={cn("tabular text-12", used > most ? "font-strong text-failed" : "text-muted")}
          title={t("Counted as TikTok counts: most emoji count two")}
        >
          {t("{used} of {most}", { used: exactCount(used), most: exactCount(most) })}
        </span>
      }
    >
      {(wiring) => (
        <>
          <div ref={area} className="relative grid">
            <Textarea
              rows={6}
              dir="auto"
              className="caption-text"
              onSelect={({ currentTarget }) => {
                caret.current = currentTarget.selectionEnd
              }}
              {...wiring}
              {...input}
            />
            {marks ? <CaptionMarks caption={words} /> : null}
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
              <span aria-hidden>#</span> {t("Saved hashtags")}
            </Button>
            {tags.length > 0 ? (
              <span className="tabular text-12 text-muted">{plural(tags.length, "hashtag")}</span>
            ) : null}
            {isOpen ? (
              <HashtagMenu
                caption={words}
                caret={caret.current ?? words.length}
                findArea={find}
                onClose={(isDone) => {
                  setOpen(false)
                  if (isDone) find()?.focus()
                }}
              />
            ) : null}
          </div>
        </>
      )}
    </Field>
  )
}
