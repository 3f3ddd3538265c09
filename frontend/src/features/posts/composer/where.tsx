"use client"

import type { ReactNode } from "react"
import { useFieldArray } from "react-hook-form"
import { FieldError } from "@/components/ui/field"
import type { CreatorInfo } from "@/lib/api/types"
import { AccountBlock, type BlockAccount, type RenderGate } from "./account-block"
import type { ComposeForm } from "./use-compose-form"
import { emptyTarget } from "./values"

export type RenderPicker = (slot: {
  chosen: readonly string[]
  onToggle: (account: { id: string }, chosen: boolean) => void
}) => ReactNode

type WhereProps = {
  form: ComposeForm
  identify: (accountId: string) => BlockAccount
  durationMs: number | null
  renderPicker: RenderPicker
  renderGate: RenderGate
  onCreator: (info: CreatorInfo) => void
}

/** The accounts a post goes to, and one block of choices for each. */
export function Where({ form, identify, durationMs, renderPicker, renderGate, onCreator }: WhereProps) {
  const { fields, append, remove } = useFieldArray({
    control: form.control,
    name: "publications",
    keyName: "key",
  })
  const chosen = fields.map((field) => field.account_id)

  function toggle({ id }: { id: string }, on: boolean) {
    form.clearErrors("publications")
    if (on) append(emptyTarget(id), { shouldFocus: false })
    else remove(chosen.indexOf(id))
  }

  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="pb-1 font-strong text-13">Accounts</legend>
        {renderPicker({ chosen, onToggle: toggle })}
        <FieldError>{form.formState.errors.publications?.root?.message}</FieldError>
      </fieldset>
      {fields.map((field, index) => (
        <AccountBlock
          key={field.account_id}
          form={form}
          index={index}
          account={identify(field.account_id)}
          durationMs={durationMs}
          renderGate={renderGate}
          onCreator={onCreator}
          onRemove={() => remove(index)}
        />
      ))}
    </>
  )
}
