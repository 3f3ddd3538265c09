"use client"

import { useRef } from "react"
import type { UseFormReturn } from "react-hook-form"
import { Switch } from "@/components/ui/choice"
import { t } from "@/lib/i18n"
import { mostUnits } from "../caption"
import { CaptionBox } from "./caption-box"
import type { ComposeValues, Target } from "./values"

type OwnCaptionProps = {
  form: UseFormReturn<ComposeValues>
  nickname: string
  target: Target
  error: string | undefined
  onChange: (part: Partial<Target>) => void
}

/** Words that this account alone posts; they begin with what all the others say. */
export function OwnCaption({ form, nickname, target, error, onChange }: OwnCaptionProps) {
  // What was written comes back when it was switched off by a slip.
  const before = useRef<string | null>(null)
  const words = target.own_caption ?? null

  function turn(on: boolean): void {
    if (!on) before.current = words
    onChange({ own_caption: on ? (before.current ?? form.getValues("caption")) : null })
  }

  return (
    <>
      <Switch
        label={t("Other words for this account")}
        checked={words !== null}
        onChange={({ target: box }) => turn(box.checked)}
      />
      {words === null ? null : (
        <CaptionBox
          label={t("Words for {nickname}", { nickname })}
          words={words}
          most={mostUnits(form.getValues("kind"))}
          error={error}
          input={{
            rows: 4,
            value: words,
            onChange: ({ target: field }) => onChange({ own_caption: field.value }),
          }}
        />
      )}
    </>
  )
}
