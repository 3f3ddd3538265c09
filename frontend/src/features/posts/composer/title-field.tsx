"use client"

import { type UseFormReturn, useWatch } from "react-hook-form"
import { Field, Input } from "@/components/ui/field"
import { cn } from "@/lib/cn"
import { countUnits, MOST_TITLE_UNITS } from "../caption"
import type { ComposeValues } from "./values"

/** The title of a photo post. */
export function TitleField({ form }: { form: UseFormReturn<ComposeValues> }) {
  const used = countUnits(useWatch({ control: form.control, name: "title" }))
  const over = used > MOST_TITLE_UNITS
  return (
    <Field
      label="Title"
      error={form.formState.errors.title?.message}
      aside={
        <span className={cn("tabular text-12", over ? "font-strong text-failed" : "text-muted")}>
          {used} of {MOST_TITLE_UNITS}
        </span>
      }
    >
      {(wiring) => <Input placeholder="Optional" {...wiring} {...form.register("title")} />}
    </Field>
  )
}
