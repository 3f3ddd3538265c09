"use client"

import type { ReactNode } from "react"
import { Avatar } from "@/components/ui/avatar"
import { Copyable } from "@/components/ui/copyable"
import { Notice } from "@/components/ui/notice"
import { Progress } from "@/components/ui/progress"
import { Status } from "@/components/ui/status"
import type { PublicationDetail } from "@/lib/api/types"
import { awaitsLink } from "@/lib/cadence"
import { t } from "@/lib/i18n"
import { isInTheInbox, statusOf, working } from "@/lib/status"
import { standing } from "../story"
import { InboxDraft } from "./inbox-draft"
import { PublicationActions } from "./publication-actions"
import { PublicationHistory } from "./publication-history"
import type { RenderReconnect } from "./remedy-button"

type PublicationCardProps = {
  publication: PublicationDetail
  zone: string
  postId: string
  canEdit: boolean
  reconnect: RenderReconnect
  figures?: ReactNode
}

/** One post on one account: where it stands, why, what can be done, and how it came to this. */
export function PublicationCard({ publication, zone, figures, ...doing }: PublicationCardProps) {
  const { account, state, reason } = publication
  return (
    <section
      aria-label={account.nickname}
      className="grid gap-3 rounded-outer border border-line bg-raised p-4"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Avatar name={account.nickname} url={account.avatar_url} />
        <div className="grid min-w-0 flex-1">
          <h2 className="truncate text-14">{account.nickname}</h2>
          {account.username ? <p className="truncate text-12 text-muted">@{account.username}</p> : null}
        </div>
        <Status of={statusOf(publication)} />
      </header>
      <p suppressHydrationWarning className="text-13 text-muted">
        {standing(publication, zone)}
      </p>
      <Words publication={publication} />
      <Sending publication={publication} />
      {reason ? (
        <Notice kind={state === "failed" ? "failed" : "warning"}>
          <p>{reason.message}</p>
          <Copyable label={t("Code")} value={reason.code} />
          {reason.log_id ? <Copyable label={t("TikTok log id")} value={reason.log_id} /> : null}
        </Notice>
      ) : null}
      {awaitsLink(publication) ? (
        <p className="text-13 text-muted">
          {t("The link comes as soon as TikTok has looked the post over.")}
        </p>
      ) : null}
      {figures}
      <PublicationActions publication={publication} {...doing} />
      <details className="group border-line border-t pt-3" open>
        <summary className="cursor-pointer pb-2 font-strong text-13">{t("History")}</summary>
        <PublicationHistory publication={publication} zone={zone} />
      </details>
    </section>
  )
}

/** What this account says: to be copied where TikTok did not take it, shown where it differs from the post's. */
function Words({ publication }: { publication: PublicationDetail }) {
  if (isInTheInbox(publication)) return <InboxDraft caption={publication.caption} />
  if (publication.own_caption === null) return null
  return (
    <div className="grid gap-0.5 border-line border-l-2 pl-3 text-13">
      <p className="text-12 text-muted">{t("Other words for this account")}</p>
      <p className="whitespace-pre-wrap break-words">{publication.caption || t("None")}</p>
    </div>
  )
}

function Sending({
  publication: { state, bytes_sent, bytes_total, account },
}: {
  publication: PublicationDetail
}) {
  if (!working.has(state) || bytes_sent === null || !bytes_total) return null
  return (
    <Progress
      value={bytes_sent}
      max={bytes_total}
      label={t("Sending to {nickname}", { nickname: account.nickname })}
    />
  )
}
