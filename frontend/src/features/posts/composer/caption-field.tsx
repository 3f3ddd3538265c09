"use client"

import { type UseFormReturn, useWatch } from "react-hook-form"
import { t } from "@/lib/i18n"
import { mostUnits } from "../caption"
import { CaptionBox } from "./caption-box"
import type { ComposeValues } from "./values"

/** What the post says on every account that has no words of its own. */
export function CaptionField({ form }: { form: UseFormReturn<ComposeValues> }) {
  const [caption, kind] = useWatch({ control: form.control, name: ["caption", "kind"] })
  return (
    <CaptionBox
      label={t("Caption")}
      words={caption}
      most={mostUnits(kind)}
      error={form.formState.errors.caption?.message}
      input={{
        placeholder: t("What is this about? # and @ work as in TikTok."),
        ...form.register("caption"),
      }}
    />
  )
}
