"use client"

import { type FormEvent, useState } from "react"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Field, Input } from "@/components/ui/field"
import { FormButton } from "@/components/ui/form-button"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import type { Retention, RetentionInput } from "@/lib/api/types"
import { exactCount } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { useFormErrors } from "@/lib/use-form-errors"
import { useSetRetention } from "../api/retention-queries"
import { foreverWords, lossWords, savedWords, sizeWords } from "./words"

/** Choose for how long samples and hours are kept; what would go is asked about first. */
export function RetentionForm({ retention }: { retention: Retention }) {
  const [raw, setRaw] = useState(String(retention.raw_days))
  const [hours, setHours] = useState(String(retention.hour_days))
  const [asks, setAsks] = useState(false)
  const choose = useSetRetention()
  const { attempt, pending, formError, fieldError } = useFormErrors(["raw_days", "hour_days"])
  const wanted: RetentionInput = { raw_days: Number(raw), hour_days: Number(hours) }
  const loss = lossWords(retention, wanted)
  const isSame = wanted.raw_days === retention.raw_days && wanted.hour_days === retention.hour_days

  async function save() {
    const saved = await attempt(() => choose.mutateAsync(wanted))
    setAsks(false)
    if (saved) say(savedWords(wanted))
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (loss) setAsks(true)
    else void save()
  }

  return (
    <form onSubmit={submit} aria-label={t("How long figures are kept")} className="grid gap-4">
      <DaysField
        label={t("Samples, in days")}
        what={t("What TikTok's counters said at each look; they go by whole months.")}
        size={sizeWords(retention.samples_bytes, retention.samples_bytes_a_day, wanted.raw_days)}
        bounds={[retention.least_raw_days, retention.most_raw_days]}
        value={raw}
        error={fieldError("raw_days")}
        onChange={setRaw}
      />
      <DaysField
        label={t("Hours, in days")}
        what={t("What was gained in each hour.")}
        size={sizeWords(retention.hours_bytes, retention.hours_bytes_a_day, wanted.hour_days)}
        bounds={[retention.least_hour_days, retention.most_hour_days]}
        value={hours}
        error={fieldError("hour_days")}
        onChange={setHours}
      />
      <p className="text-13 text-muted">{foreverWords(retention)}</p>
      {formError ? <Notice kind="failed">{formError}</Notice> : null}
      <FormButton disabled={pending || isSame} className="justify-self-start">
        {pending ? t("Saving…") : t("Save how long")}
      </FormButton>
      {asks && loss ? (
        <ConfirmDialog
          title={t("Keep figures for a shorter time?")}
          words={{ keep: t("Leave it"), act: t("Shorten"), acting: t("Saving…") }}
          action={{ isPending: pending, error: null }}
          onConfirm={() => void save()}
          onClose={() => setAsks(false)}
        >
          {loss}
        </ConfirmDialog>
      ) : null}
    </form>
  )
}

type DaysFieldProps = {
  label: string
  what: string
  size: string
  bounds: readonly [least: number, most: number]
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

function DaysField({ label, what, size, bounds: [least, most], value, error, onChange }: DaysFieldProps) {
  return (
    <Field
      label={label}
      hint={`${what} ${t("From {least} to {most}.", { least, most: exactCount(most) })} ${size}`}
      error={error}
    >
      {(wiring) => (
        <Input
          {...wiring}
          type="number"
          inputMode="numeric"
          required
          step={1}
          min={least}
          max={most}
          className="max-w-40"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
