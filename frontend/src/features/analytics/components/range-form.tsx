"use client"

import type { FormEvent } from "react"
import { Field, Input } from "@/components/ui/field"
import { FormButton } from "@/components/ui/form-button"
import { dayKey } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { readForm } from "@/lib/use-form-errors"
import type { Range } from "../range"

type RangeFormProps = { range: Range; zone: string; onChoose: (since: string, until: string) => void }

/** Days of one's own, from one until another. */
export function RangeForm({ range, zone, onChoose }: RangeFormProps) {
  const { since, until } = range.range === "custom" ? range : { since: "", until: "" }

  function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { since: one = "", until: other = "" } = readForm(event.currentTarget)
    if (one && other) onChoose(one <= other ? one : other, one <= other ? other : one)
  }

  return (
    <form onSubmit={choose} className="flex flex-wrap items-end gap-3">
      <DayInput label={t("From")} name="since" zone={zone} day={since} />
      <DayInput label={t("To, that day included")} name="until" zone={zone} day={until} />
      <FormButton>{t("Show these days")}</FormButton>
    </form>
  )
}

function DayInput({ label, name, zone, day }: { label: string; name: string; zone: string; day: string }) {
  return (
    <Field label={label}>
      {(wiring) => (
        <Input
          {...wiring}
          type="date"
          name={name}
          required
          defaultValue={day}
          max={dayKey(Date.now(), zone)}
        />
      )}
    </Field>
  )
}
