"use client"

import { type FormEvent, useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Field, Input } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import type { Account, AccountGroup } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { useFormErrors } from "@/lib/use-form-errors"
import { useSaveGroup } from "../api/group-queries"
import { AccountChecklist } from "./account-checklist"

export const LONGEST_NAME = 60

type GroupFormProps = {
  /** The group to change; null for a new one. */
  group: AccountGroup | null
  accounts: readonly Account[]
  onSaved: (saved: AccountGroup) => void
  onBack: () => void
}

/** A group's name and its accounts. */
export function GroupForm({ group, accounts, onSaved, onBack }: GroupFormProps) {
  const [name, setName] = useState(group?.name ?? "")
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(group?.account_ids))
  const save = useSaveGroup()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), []) // after the dialog has taken the focus
  const { attempt, pending, fieldError, formError } = useFormErrors(["name"])

  function submit(event: FormEvent) {
    event.preventDefault()
    const wanted = { id: group?.id ?? null, name, account_ids: [...chosen] }
    void attempt(async () => onSaved(await save.mutateAsync(wanted)))
  }

  return (
    <form noValidate className="grid gap-3" onSubmit={submit}>
      <Field label={t("Name")} error={fieldError("name")}>
        {(wiring) => (
          <Input
            {...wiring}
            ref={first}
            autoComplete="off"
            maxLength={LONGEST_NAME}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <AccountChecklist accounts={accounts} chosen={chosen} onChange={setChosen} />
      {formError ? <Notice kind="failed">{formError}</Notice> : null}
      <div className="flex flex-wrap justify-end gap-2 pb-1">
        <Button onClick={onBack}>{t("Cancel")}</Button>
        <Button kind="primary" type="submit" disabled={pending}>
          {pending ? t("Saving…") : t("Save group")}
        </Button>
      </div>
    </form>
  )
}
