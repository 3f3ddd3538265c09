"use client"

import { type FormEvent, useState } from "react"
import { Field, Input, Select } from "@/components/ui/field"
import { FormButton } from "@/components/ui/form-button"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import type { Me } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { readForm, useFormErrors } from "@/lib/use-form-errors"
import { useUpdateMe } from "../api/user-queries"
import { knownZones } from "../zones"

export function ProfileForm({ me }: { me: Me }) {
  const update = useUpdateMe()
  const [zones] = useState(() => knownZones(me.time_zone))
  const { attempt, pending, formError, fieldError } = useFormErrors(["name", "time_zone"])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { name = "", time_zone = "" } = readForm(event.currentTarget)
    if (await attempt(() => update.mutateAsync({ name, time_zone }))) say(t("Your profile is saved."))
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label={t("Name")} error={fieldError("name")}>
        {(wiring) => (
          <Input name="name" defaultValue={me.name} required maxLength={80} autoComplete="name" {...wiring} />
        )}
      </Field>
      <Field
        label={t("Time zone")}
        hint={t("Posts are scheduled on this clock. What is scheduled already keeps its own zone.")}
        error={fieldError("time_zone")}
      >
        {(wiring) => (
          <Select name="time_zone" defaultValue={me.time_zone} {...wiring}>
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        )}
      </Field>
      {formError ? <Notice kind="failed">{formError}</Notice> : null}
      <FormButton disabled={pending} className="justify-self-start">
        {pending ? t("Saving…") : t("Save profile")}
      </FormButton>
    </form>
  )
}
