"use client"

import type { UseFormReturn } from "react-hook-form"
import { useWatch } from "react-hook-form"
import { Field, Textarea } from "@/components/ui/field"
import { cn } from "@/lib/cn"
import { exactCount } from "@/lib/figures"
import { countUnits, mostUnits } from "../caption"
import type { ComposeValues } from "./values"

export function CaptionField({ form }: { form: UseFormReturn<ComposeValues> }) {
  const [caption, kind] = useWatch({ control: form.control, name: ["caption", "kind"] })
  const used = countUnits(caption)
  const most = mostUnits(kind)
  const over = used > most
  return (
    <Field
      label="Caption"
      error={form.formState.errors.caption?.message}
      aside={
        <span
          className={cn("tabular text-12", over ? "font-strong text-failed" : "text-muted")}
          title="Counted as TikTok counts: most emoji count two"
        >
          {exactCount(used)} of {exactCount(most)}
        </span>
      }
    >
      {(wiring) => (
        <Textarea
          rows={6}
          placeholder="What is this about? # and @ work as in TikTok."
          {...wiring}
          {...form.register("caption")}
        />
      )}
    </Field>
  )
}
