"use client"

import type { FormEvent } from "react"
import { Button } from "@/components/ui/button"
import { Field, Input } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import type { TikTokApp } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { readForm, useFormErrors } from "@/lib/use-form-errors"
import { useChangeApp } from "../api/app-queries"

/** For a secret that was mistyped, or that TikTok has reset. */
export function ChangeSecretForm({ app, onDone }: { app: TikTokApp; onDone: () => void }) {
  const change = useChangeApp(app.id)
  const { attempt, pending, formError, fieldError } = useFormErrors(["client_secret"])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { client_secret = "" } = readForm(event.currentTarget)
    if (await attempt(() => change.mutateAsync({ client_secret }))) {
      say(t("The secret of {name} is changed. Test it now.", { name: app.name }))
      onDone()
    }
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-2">
      <Field label={t("New client secret")} error={fieldError("client_secret")}>
        {(wiring) => (
          <Input
            name="client_secret"
            type="password"
            required
            maxLength={200}
            autoComplete="new-password"
            {...wiring}
          />
        )}
      </Field>
      {formError ? <Notice kind="failed">{formError}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" disabled={pending}>
          {pending ? t("Saving…") : t("Save the secret")}
        </Button>
        <Button kind="quiet" size="small" onClick={onDone}>
          {t("Cancel")}
        </Button>
      </div>
    </form>
  )
}
