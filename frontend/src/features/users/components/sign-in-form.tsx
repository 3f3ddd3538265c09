"use client"

import type { FormEvent } from "react"
import { FormButton } from "@/components/ui/form-button"
import { Notice } from "@/components/ui/notice"
import { postSession } from "@/lib/api-client"
import { t } from "@/lib/i18n"
import { readForm, useFormErrors } from "@/lib/use-form-errors"
import { EmailField, PasswordField } from "./credential-fields"

type SignInFormProps = { onDone: () => void; email?: string }

/** E-mail and password. The method is POST so that a password never lands in an address, even before scripts run. */
export function SignInForm({ onDone, email }: SignInFormProps) {
  const { attempt, pending, formError, fieldError } = useFormErrors(["email", "password"])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const credentials = readForm(event.currentTarget)
    if (await attempt(() => postSession("/session/sign-in", credentials))) onDone()
  }

  return (
    <form method="post" action="/session/sign-in" onSubmit={submit} className="grid gap-4">
      <EmailField defaultValue={email} readOnly={email !== undefined} error={fieldError("email")} />
      <PasswordField autoComplete="current-password" error={fieldError("password")} />
      {formError ? <Notice kind="failed">{formError}</Notice> : null}
      <FormButton kind="primary" size="wide" disabled={pending}>
        {pending ? t("Signing in…") : t("Sign in")}
      </FormButton>
    </form>
  )
}
