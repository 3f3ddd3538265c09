"use client"

import { type UseFormReturn, useController, useWatch } from "react-hook-form"
import { mostUnits } from "../caption"
import { CaptionBox } from "./caption-box"
import type { ComposeValues } from "./values"

/** What the post says on every account that has no words of its own. */
export function CaptionField({ form }: { form: UseFormReturn<ComposeValues> }) {
  const { field, fieldState } = useController({ control: form.control, name: "caption" })
  const kind = useWatch({ control: form.control, name: "kind" })
  return (
    <CaptionBox
      label="Caption"
      value={field.value}
      most={mostUnits(kind)}
      error={fieldState.error?.message}
      placeholder="What is this about? # and @ work as in TikTok."
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
    />
  )
}
