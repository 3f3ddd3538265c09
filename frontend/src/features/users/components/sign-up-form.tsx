"use client"

import type { FormEvent } from "react"
import { Field, Input } from "@/components/ui/field"
import { FormButton } from "@/components/ui/form-button"
import { Notice } from "@/components/ui/notice"
import { postSession } from "@/lib/api-client"
import { t } from "@/lib/i18n"
import { readForm, useFormErrors } from "@/lib/use-form-errors"
import { EmailField, PasswordField } from "./credential-fields"

/** A new person; their time zone comes from the browser and can be changed in Settings. */
export function SignUpForm({ onDone }: { onDone: () => void }) {
  const { attempt, pending, formError, fieldError } = useFormErrors([
    "email",
    "password",
    "name",
    "time_zone",
  ])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const person = readForm(event.currentTarget)
    const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (await attempt(() => postSession("/session/sign-up", { ...person, time_zone }))) onDone()
  }

  return (
    <form method="post" action="/session/sign-up" onSubmit={submit} className="grid gap-4">
      <Field label={t("Name")} error={fieldError("name")}>
        {(wiring) => <Input name="name" autoComplete="name" required maxLength={80} {...wiring} />}
      </Field>
      <EmailField autoComplete="email" error={fieldError("email")} />
      <PasswordField
        autoComplete="new-password"
        minLength={12}
        hint={t("At least 12 characters. A sentence works well.")}
        error={fieldError("password")}
      />
      {formError ? <Notice kind="failed">{formError}</Notice> : null}
      <FormButton kind="primary" size="wide" disabled={pending}>
        {pending ? t("Making your account…") : t("Sign up")}
      </FormButton>
    </form>
  )
}
