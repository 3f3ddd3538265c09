"use client"

import { type FormEvent, useId, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field, Select } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import type { ReportSchedule } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { useFormErrors } from "@/lib/use-form-errors"
import { useSaveSchedule } from "../api/report-queries"
import { RecipientsField } from "./recipients-field"
import { TimingFields } from "./timing-fields"
import { toInput } from "./words"

const MOST = 50
const places = Array.from({ length: MOST }, (_, place) => `recipients.${place}`)
const FIELDS = ["account_id", "weekday", "month_day", "local_hour", "recipients", ...places]

type ScheduleDialogProps = {
  /** Null for a new one. */
  schedule: ReportSchedule | null
  accounts: readonly { id: string; handle: string }[]
  known: readonly string[]
  timeZone: string
  onClose: () => void
}

/** Choose whose report is mailed, when, and to whom. */
export function ScheduleDialog({ schedule, accounts, known, timeZone, onClose }: ScheduleDialogProps) {
  const formId = useId()
  const [input, setInput] = useState(() => toInput(schedule, known[0] ?? ""))
  const [typed, setTyped] = useState("")
  const [lacks, setLacks] = useState<string>()
  const save = useSaveSchedule(schedule?.id ?? null)
  const { attempt, pending, formError, fieldError } = useFormErrors(FIELDS)
  const set = (change: Partial<typeof input>) => setInput((before) => ({ ...before, ...change }))
  const gone = input.account_id && !accounts.some(({ id }) => id === input.account_id)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // What is still being typed is meant, too.
    const recipients = [...new Set([...input.recipients, typed.trim()])].filter(Boolean)
    setLacks(recipients.length === 0 ? t("Choose at least one member.") : undefined)
    if (recipients.length === 0 || pending) return
    set({ recipients })
    setTyped("")
    const saved = await attempt(() => save.mutateAsync({ ...input, recipients }))
    if (!saved) return
    say(schedule ? t("The report is changed.") : t("The report is added."))
    onClose()
  }

  return (
    <Dialog
      title={schedule ? t("Change a report") : t("Add a report")}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button kind="primary" type="submit" form={formId} disabled={pending}>
            {pending ? t("Saving…") : t("Save report")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-4">
        <Field label={t("Report of")} error={fieldError("account_id")}>
          {(wiring) => (
            <Select
              {...wiring}
              value={input.account_id ?? ""}
              onChange={({ target }) => set({ account_id: target.value || null })}
            >
              <option value="">{t("All accounts")}</option>
              {gone ? (
                <option value={input.account_id ?? ""}>{schedule?.account ?? t("An account")}</option>
              ) : null}
              {accounts.map(({ id, handle }) => (
                <option key={id} value={id}>
                  {handle}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <TimingFields input={input} timeZone={timeZone} error={fieldError} onChange={set} />
        <RecipientsField
          known={known}
          chosen={input.recipients}
          typed={typed}
          error={lacks ?? firstOf(["recipients", ...places], fieldError)}
          onChoose={(recipients) => set({ recipients })}
          onType={setTyped}
        />
        {formError ? <Notice kind="failed">{formError}</Notice> : null}
      </form>
    </Dialog>
  )
}

function firstOf(names: readonly string[], error: (name: string) => string | undefined): string | undefined {
  return names.map(error).find(Boolean)
}
