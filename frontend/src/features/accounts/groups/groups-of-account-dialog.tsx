"use client"

import { useQuery } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/choice"
import { Dialog } from "@/components/ui/dialog"
import { Failed } from "@/components/ui/failed"
import { Field, Input } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { Skeleton } from "@/components/ui/skeleton"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { Account, AccountGroup } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { useFormErrors } from "@/lib/use-form-errors"
import { groupQueries, useSaveGroup, useSetGroups } from "../api/group-queries"
import { handleOf } from "../handle"
import { LONGEST_NAME } from "./group-form"

type GroupsOfAccountDialogProps = { account: Account; onClose: () => void }

/** In which groups an account is; a new one can be made for it. */
export function GroupsOfAccountDialog({ account, onClose }: GroupsOfAccountDialogProps) {
  const groups = useQuery(groupQueries.list())
  const [chosen, setChosen] = useState<readonly string[]>(account.group_ids)
  const save = useSetGroups(account.id)
  const handle = handleOf(account)

  function submit() {
    save.mutate([...chosen], {
      onSuccess: () => {
        say(t("The groups of {handle} are saved.", { handle }))
        onClose()
      },
    })
  }

  return (
    <Dialog
      title={t("Groups of {handle}", { handle })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button kind="primary" disabled={save.isPending || !groups.data} onClick={submit}>
            {save.isPending ? t("Saving…") : t("Save")}
          </Button>
        </>
      }
    >
      {groups.isPending ? <Skeleton className="h-20 w-full" /> : null}
      {groups.isError && !groups.data ? <Failed error={groups.error} retry={() => groups.refetch()} /> : null}
      <div className="grid max-h-64 overflow-y-auto empty:hidden">
        {groups.data?.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              setChosen(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
      </div>
      <NewGroup account={account} onMade={({ id }) => setChosen([...chosen, id])} />
      {save.error ? <Notice kind="failed">{sentenceOf(save.error)}</Notice> : null}
    </Dialog>
  )
}

type NewGroupProps = { account: Account; onMade: (group: AccountGroup) => void }

/** Makes a group that begins with this account. */
function NewGroup({ account, onMade }: NewGroupProps) {
  const [name, setName] = useState("")
  const save = useSaveGroup()
  const { attempt, pending, fieldError, formError } = useFormErrors(["name"])

  async function make(event: FormEvent) {
    event.preventDefault()
    const wanted = { id: null, name, account_ids: [account.id] }
    const isMade = await attempt(async () => onMade(await save.mutateAsync(wanted)))
    if (isMade) setName("")
  }

  return (
    <form noValidate onSubmit={make}>
      <Field label={t("New group")} error={fieldError("name") ?? formError ?? undefined}>
        {(wiring) => (
          <span className="flex gap-2">
            <Input
              {...wiring}
              autoComplete="off"
              maxLength={LONGEST_NAME}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
            <Button type="submit" disabled={pending || !name.trim()}>
              {pending ? t("Adding…") : t("Add")}
            </Button>
          </span>
        )}
      </Field>
    </form>
  )
}
