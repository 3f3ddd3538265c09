"use client"

import dynamic from "next/dynamic"
import { type UseFormReturn, useController, useWatch } from "react-hook-form"
import { FieldError, Input } from "@/components/ui/field"
import { time, zoneWords } from "@/lib/dates"
import { m, t } from "@/lib/i18n"
import type { ComposeValues } from "./values"

const TimingAids = dynamic(() => import("./timing-aids").then((module) => module.TimingAids), { ssr: false })

const modes = [
  { mode: "at", label: m("At a time") },
  { mode: "now", label: m("Now") },
  { mode: "draft", label: m("Not yet, keep as a draft") },
] as const

/** When the post goes out, on the clock of the person's own zone. */
export function TimingField({ form, zone }: { form: UseFormReturn<ComposeValues>; zone: string }) {
  const { field: mode } = useController({ control: form.control, name: "timing.mode" })
  const { field: local, fieldState } = useController({ control: form.control, name: "timing.local_time" })
  const hasAccounts = useWatch({ control: form.control, name: "publications" }).length > 0
  const [day = "", clockTime = ""] = local.value.split("T")
  const error = fieldState.error?.message
  return (
    <fieldset className="grid gap-1">
      <legend className="pb-1 font-strong text-13">{t("When")}</legend>
      {modes.map((one) => (
        <label key={one.mode} className="flex min-h-7 items-center gap-2">
          <input
            type="radio"
            name={mode.name}
            className="size-4 accent-accent"
            checked={mode.value === one.mode}
            onChange={() => mode.onChange(one.mode)}
          />
          {t(one.label)}
        </label>
      ))}
      {mode.value === "at" ? (
        <div className="grid gap-1 pt-1">
          <div className="grid grid-cols-2 gap-2">
            <Input
              ref={local.ref}
              type="date"
              aria-label={t("Day")}
              aria-invalid={error ? true : undefined}
              aria-describedby="timing-note"
              value={day}
              onChange={(event) => local.onChange(`${event.target.value}T${clockTime}`)}
            />
            <Input
              type="time"
              aria-label={t("Time")}
              aria-invalid={error ? true : undefined}
              aria-describedby="timing-note"
              value={clockTime}
              onChange={(event) => local.onChange(`${day}T${event.target.value}`)}
            />
          </div>
          {/* The minute may turn between the server and here. */}
          <p id="timing-note" className="text-12 text-muted" suppressHydrationWarning>
            {t("{zone}, where it is {time} now", {
              zone: zoneWords(zone),
              time: time(Date.now(), zone),
            })}
          </p>
          <FieldError>{error}</FieldError>
          {hasAccounts || fieldState.isDirty ? <TimingAids form={form} zone={zone} /> : null}
        </div>
      ) : null}
    </fieldset>
  )
}
