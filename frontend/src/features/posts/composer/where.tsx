"use client"

import dynamic from "next/dynamic"
import type { ReactNode } from "react"
import { useWatch } from "react-hook-form"
import { FieldError } from "@/components/ui/field"
import { Skeleton } from "@/components/ui/skeleton"
import type { CreatorInfo } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import type { BlockAccount, RenderGate } from "./account-block"
import type { ComposeForm } from "./use-compose-form"
import { emptyTarget, type PostMode, type Target } from "./values"

// The options come with the first chosen account: nobody needs them before.
const AccountBlock = dynamic(() => import("./account-block").then((module) => module.AccountBlock), {
  loading: () => <Skeleton className="h-72 w-full" />,
})

type Choosable = { id: string; post_mode: PostMode; can_publish: boolean }

export type RenderPicker = (slot: {
  chosen: readonly string[]
  onToggle: (account: Choosable, chosen: boolean) => void
}) => ReactNode

type WhereProps = {
  form: ComposeForm
  identify: (accountId: string) => BlockAccount
  durationMs: number | null
  zone: string
  renderPicker: RenderPicker
  renderGate: RenderGate
  onCreator: (info: CreatorInfo) => void
}

/** The accounts a post goes to, and one block of choices for each. */
export function Where({ form, identify, durationMs, zone, renderPicker, renderGate, onCreator }: WhereProps) {
  const targets = useWatch({ control: form.control, name: "publications" })
  const chosen = targets.map((target) => target.account_id)

  function change(next: Target[]) {
    // Errors are told apart by place in the list, and the places have just moved.
    form.clearErrors("publications")
    form.setValue("publications", next, { shouldDirty: true })
  }
  const takeOff = (id: string) =>
    change(form.getValues("publications").filter((one) => one.account_id !== id))
  const putOn = ({ id, post_mode, can_publish }: Choosable) =>
    change([...form.getValues("publications"), emptyTarget(id, can_publish ? post_mode : "MEDIA_UPLOAD")])

  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="pb-1 font-strong text-13">{t("Accounts")}</legend>
        {renderPicker({ chosen, onToggle: (account, on) => (on ? putOn(account) : takeOff(account.id)) })}
        <FieldError>{form.formState.errors.publications?.root?.message}</FieldError>
      </fieldset>
      {chosen.map((id, index) => (
        <AccountBlock
          key={id}
          form={form}
          index={index}
          account={identify(id)}
          durationMs={durationMs}
          zone={zone}
          renderGate={renderGate}
          onCreator={onCreator}
          onRemove={() => takeOff(id)}
        />
      ))}
    </>
  )
}
