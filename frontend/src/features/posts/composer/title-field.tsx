"use client"

import { type UseFormReturn, useWatch } from "react-hook-form"
import { Field, Input } from "@/components/ui/field"
import { cn } from "@/lib/cn"
import { t } from "@/lib/i18n"
import { countUnits, MOST_TITLE_UNITS } from "../caption"
import type { ComposeValues } from "./values"

/** The title of a photo post. */
export function TitleField({ form }: { form: UseFormReturn<ComposeValues> }) {
  const used = countUnits(useWatch({ control: form.control, name: "title" }))
  const over = used > MOST_TITLE_UNITS
  return (
    <Field
      label={t("Title")}
      error={form.formState.errors.title?.message}
      aside={
        <span className={cn("tabular text-12", over ? "font-strong text-failed" : "text-muted")}>
          {t("{used} of {most}", { used, most: MOST_TITLE_UNITS })}
        </span>
      }
    >
      {(wiring) => <Input placeholder={t("Optional")} {...wiring} {...form.register("title")} />}
    </Field>
  )
}
