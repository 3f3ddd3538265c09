"use client"

import type { FormEvent } from "react"
import { FormButton } from "@/components/ui/form-button"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import { t } from "@/lib/i18n"
import { readForm, useFormErrors } from "@/lib/use-form-errors"
import { useChangePassword } from "../api/user-queries"
import { PasswordField } from "./credential-fields"

export function PasswordForm() {
  const change = useChangePassword()
  const { attempt, pending, formError, fieldError } = useFormErrors(["current_password", "new_password"])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const { current_password = "", new_password = "" } = readForm(form)
    if (!(await attempt(() => change.mutateAsync({ current_password, new_password })))) return
    form.reset()
    say(t("Your password is changed. Every other device is signed out."))
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <PasswordField
        label={t("Current password")}
        show={t("Show current password")}
        name="current_password"
        autoComplete="current-password"
        error={fieldError("current_password")}
      />
      <PasswordField
        label={t("New password")}
        show={t("Show new password")}
        name="new_password"
        autoComplete="new-password"
        minLength={12}
        hint={t("At least 12 characters. Every other device is signed out.")}
        error={fieldError("new_password")}
      />
      {formError ? <Notice kind="failed">{formError}</Notice> : null}
      <FormButton disabled={pending} className="justify-self-start">
        {pending ? t("Changing…") : t("Change password")}
      </FormButton>
    </form>
  )
}
