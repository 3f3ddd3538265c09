"use client"

import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox, Switch } from "@/components/ui/choice"
import { Field, FieldError, Input, Select } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import type { TikTokApp, TikTokAppList } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { readForm, useFormErrors } from "@/lib/use-form-errors"
import { useAddApp } from "../api/app-queries"
import { platformWord } from "../app-words"
import { allPermissions, permissionWord } from "../permissions"

const BASIC = "user.info.basic"
const FIELDS = ["name", "client_key", "client_secret", "platform", "scopes"]

/** What a person copies from TikTok's developer portal. The secret goes in here and is never shown again. */
export function AddAppForm({ list, onDone }: { list: TikTokAppList; onDone: () => void }) {
  const add = useAddApp()
  const [scopes, setScopes] = useState<readonly string[]>(allPermissions)
  const [audited, setAudited] = useState(false)
  const { attempt, pending, formError, fieldError } = useFormErrors(FIELDS)
  const toggle = (scope: string, on: boolean) =>
    setScopes(on ? [...scopes, scope] : scopes.filter((one) => one !== scope))

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { name = "", client_key = "", client_secret = "", platform = "" } = readForm(event.currentTarget)
    const facts = { name, client_key, client_secret, platform: platform as TikTokApp["platform"] }
    const body = { ...facts, audited, scopes: [...scopes] }
    if (await attempt(() => add.mutateAsync(body))) {
      say(t("{name} is added. Test its key and secret, then connect an account.", { name }))
      onDone()
    }
  }

  return (
    <form
      method="post"
      aria-label={t("Add a TikTok app")}
      onSubmit={submit}
      className="grid gap-4 rounded-outer border border-line bg-raised p-4"
    >
      <h2 className="text-14">{t("Add a TikTok app")}</h2>
      <Field label={t("Name")} hint={t("What you call it here.")} error={fieldError("name")}>
        {(wiring) => <Input name="name" required maxLength={80} autoComplete="off" {...wiring} />}
      </Field>
      <Field label={t("Client key")} error={fieldError("client_key")}>
        {(wiring) => (
          <Input
            name="client_key"
            required
            maxLength={64}
            autoComplete="off"
            spellCheck={false}
            {...wiring}
          />
        )}
      </Field>
      <Field
        label={t("Client secret")}
        hint={t("Kept encrypted, and never shown again.")}
        error={fieldError("client_secret")}
      >
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
      <PlatformField list={list} error={fieldError("platform")} />
      <fieldset className="grid gap-1">
        <legend className="pb-1 font-strong text-13">{t("What TikTok approved the app for")}</legend>
        <div className="grid gap-x-4 tablet:grid-cols-2">
          {allPermissions.map((scope) => (
            <Checkbox
              key={scope}
              label={`${permissionWord(scope)} (${scope})`}
              disabled={scope === BASIC}
              checked={scopes.includes(scope)}
              onChange={(event) => toggle(scope, event.target.checked)}
            />
          ))}
        </div>
        <FieldError>{fieldError("scopes")}</FieldError>
      </fieldset>
      <Switch
        label={t("Passed TikTok's audit")}
        reason={t(
          "Until then it can post only to private accounts, for only me, and for 5 creators in 24 h.",
        )}
        checked={audited}
        onChange={(event) => setAudited(event.target.checked)}
      />
      {formError ? <Notice kind="failed">{formError}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" disabled={pending}>
          {pending ? t("Adding…") : t("Add the app")}
        </Button>
        <Button onClick={onDone}>{t("Cancel")}</Button>
      </div>
    </form>
  )
}

function PlatformField({ list, error }: { list: TikTokAppList; error: string | undefined }) {
  const usable = list.platforms.filter((one) => one.usable)
  const reasons = list.platforms.flatMap((one) => (one.reason ? [one.reason] : []))
  return (
    <Field label={t("Platform")} hint={reasons.join(" ")} error={error}>
      {(wiring) => (
        <Select name="platform" defaultValue={usable[0]?.platform} {...wiring}>
          {list.platforms.map(({ platform, usable: can }) => (
            <option key={platform} value={platform} disabled={!can}>
              {platformWord(platform)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
