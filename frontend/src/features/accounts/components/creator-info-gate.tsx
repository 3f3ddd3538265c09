"use client"

import { useQuery } from "@tanstack/react-query"
import { type ReactNode, useEffect } from "react"
import { Copyable } from "@/components/ui/copyable"
import { Failed } from "@/components/ui/failed"
import { Notice } from "@/components/ui/notice"
import { Skeleton } from "@/components/ui/skeleton"
import type { CreatorInfo } from "@/lib/api/types"
import { dayAndTime } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { accountQueries } from "../api/account-queries"

type CreatorInfoGateProps = {
  accountId: string
  /** The zone the person plans in. */
  zone: string
  /** Hears every answer, also that the account cannot post now. */
  onInfo: (info: CreatorInfo) => void
  children: (info: CreatorInfo) => ReactNode
}

/** Ask TikTok what this account may do right now, and show the options only when it answered that it may post. */
export function CreatorInfoGate({ accountId, zone, onInfo, children }: CreatorInfoGateProps) {
  const info = useQuery(accountQueries.creatorInfo(accountId))
  useEffect(() => {
    if (info.data) onInfo(info.data)
  }, [info.data, onInfo])
  if (info.isPending) return <OptionsSkeleton />
  if (!info.data) return <Failed error={info.error} retry={() => info.refetch()} />
  if (!info.data.can_post) return <CannotPost info={info.data} />
  return (
    <>
      <AppLimits info={info.data} zone={zone} />
      {children(info.data)}
    </>
  )
}

/** What the account's TikTok app does not allow, while there is still time to choose otherwise. */
function AppLimits({ info, zone }: { info: CreatorInfo; zone: string }) {
  if (info.notes.length === 0) return null
  const { room_from } = info.app
  return (
    <Notice kind="warning">
      {info.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {room_from ? (
        <p>
          {t("There is room for another creator from {moment} on.", {
            moment: dayAndTime(room_from, zone),
          })}
        </p>
      ) : null}
    </Notice>
  )
}

function CannotPost({ info }: { info: CreatorInfo }) {
  return (
    <Notice kind="warning">
      <p>{info.reason?.message ?? t("{nickname} cannot post at the moment.", { nickname: info.nickname })}</p>
      <p>{t("Try again later, or take the account off this post.")}</p>
      {info.reason ? <Copyable label={t("Code")} value={info.reason.code} /> : null}
      {info.reason?.log_id ? <Copyable label={t("TikTok log id")} value={info.reason.log_id} /> : null}
    </Notice>
  )
}

function OptionsSkeleton() {
  return (
    <div role="status" aria-label={t("Asking TikTok for this account's options")} className="grid gap-3">
      <Skeleton className="h-9 w-full" />
      <Skeleton className="h-4 w-40" />
      <Skeleton className="h-4 w-48" />
    </div>
  )
}
