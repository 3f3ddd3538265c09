"use client"

import type { FormEvent } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
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
    say("Your password is changed. Every other device is signed out.")
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <PasswordField
        label="Current password"
        name="current_password"
        autoComplete="current-password"
        error={fieldError("current_password")}
      />
      <PasswordField
        label="New password"
        name="new_password"
        autoComplete="new-password"
        minLength={12}
        hint="At least 12 characters. Every other device is signed out."
        error={fieldError("new_password")}
      />
      {formError ? <Notice kind="failed">{formError}</Notice> : null}
      <Button type="submit" disabled={pending} className="justify-self-start">
        {pending ? "Changing…" : "Change password"}
      </Button>
    </form>
  )
}
