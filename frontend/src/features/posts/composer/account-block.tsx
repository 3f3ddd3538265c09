"use client"

import { X } from "lucide-react"
import { type ReactNode, useEffect } from "react"
import { type UseFormReturn, useController, useWatch } from "react-hook-form"
import { Avatar } from "@/components/ui/avatar"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import type { CreatorInfo } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { AccountOptions } from "./account-options"
import { DraftRoom } from "./draft-room"
import { ModeChoice } from "./mode-choice"
import { tooLong } from "./option-rules"
import { OwnCaption } from "./own-caption"
import { type ComposeValues, isInboxDraft, type Target } from "./values"

export type BlockAccount = {
  id: string
  nickname: string
  username: string | null
  avatar_url: string | null
  can_publish?: boolean
  can_draft?: boolean
  /** Why TikTok cannot fetch photos for it. */
  photo_problem?: string | null
}

export type RenderGate = (gate: {
  accountId: string
  onInfo: (info: CreatorInfo) => void
  children: (info: CreatorInfo) => ReactNode
}) => ReactNode

export type AccountBlockProps = {
  form: UseFormReturn<ComposeValues>
  index: number
  account: BlockAccount
  durationMs: number | null
  /** The zone the person plans in. */
  zone: string
  /** Asks TikTok what the account may do, and shows the options once it has answered. */
  renderGate: RenderGate
  onCreator: (info: CreatorInfo) => void
  onRemove: () => void
}

/** One account's own choices for this post: who receives it is always named. */
export function AccountBlock(props: AccountBlockProps) {
  const { form, index, account, durationMs, zone, renderGate, onCreator, onRemove } = props
  const { field } = useController({ control: form.control, name: `publications.${index}` })
  const isPhoto = useWatch({ control: form.control, name: "kind" }) === "photo"
  const errors = form.formState.errors.publications?.[index]
  const change = (part: Partial<Target>) => field.onChange({ ...field.value, ...part })
  return (
    <section
      data-options
      aria-label={t("Options for {nickname}", { nickname: account.nickname })}
      className="grid gap-3 rounded-outer border border-line bg-raised p-3"
    >
      <header className="flex items-center gap-3">
        <Avatar name={account.nickname} url={account.avatar_url} />
        <div className="grid min-w-0 flex-1">
          <h2 className="truncate text-14">{account.nickname}</h2>
          {account.username ? <p className="truncate text-12 text-muted">@{account.username}</p> : null}
        </div>
        <Button
          kind="quiet"
          size="small"
          aria-label={t("Take {nickname} off", { nickname: account.nickname })}
          onClick={onRemove}
        >
          <X aria-hidden className="size-4" />
        </Button>
      </header>
      {isPhoto && account.photo_problem ? <Notice kind="warning">{account.photo_problem}</Notice> : null}
      <ModeChoice account={account} target={field.value} onChange={change} />
      <FieldError>{errors?.post_mode?.message}</FieldError>
      {isInboxDraft(field.value) ? (
        <DraftRoom form={form} accountId={account.id} zone={zone} />
      ) : (
        renderGate({
          accountId: account.id,
          onInfo: onCreator,
          children: (info) => (
            <>
              <TooLong sentence={isPhoto ? null : tooLong(info, durationMs)} />
              <AllowedOnly info={info} target={field.value} onChange={change} />
              <AccountOptions
                info={info}
                isPhoto={isPhoto}
                target={field.value}
                onChange={change}
                errors={errors}
              />
            </>
          ),
        })
      )}
      <FieldError>{errors?.account_id?.message}</FieldError>
      <OwnCaption
        form={form}
        nickname={account.nickname}
        target={field.value}
        error={errors?.own_caption?.message}
        onChange={change}
      />
    </section>
  )
}

function TooLong({ sentence }: { sentence: string | null }) {
  return sentence ? <Notice kind="warning">{sentence}</Notice> : null
}

type AllowedOnlyProps = { info: CreatorInfo; target: Target; onChange: (part: Partial<Target>) => void }

/** What a kept draft or an older post chose may have been switched off since: never leave it on unseen. */
function AllowedOnly({ info, target, onChange }: AllowedOnlyProps) {
  const off: Partial<Target> = {
    ...(target.privacy_level && !info.privacy_level_options.includes(target.privacy_level)
      ? { privacy_level: "" }
      : {}),
    ...(target.allow_comment && info.comment_disabled ? { allow_comment: false } : {}),
    ...(target.allow_duet && info.duet_disabled ? { allow_duet: false } : {}),
    ...(target.allow_stitch && info.stitch_disabled ? { allow_stitch: false } : {}),
  }
  const changed = Object.keys(off).length > 0
  useEffect(() => {
    if (changed) onChange(off)
  })
  return null
}
