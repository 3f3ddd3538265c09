"use client"

import { ExternalLink } from "lucide-react"
import { Avatar } from "@/components/ui/avatar"
import { Copyable } from "@/components/ui/copyable"
import { Notice } from "@/components/ui/notice"
import { Progress } from "@/components/ui/progress"
import { Status } from "@/components/ui/status"
import type { PublicationDetail } from "@/lib/api/types"
import { awaitsLink } from "@/lib/cadence"
import { nearDay, time, timeWithSeconds } from "@/lib/dates"
import { isInTheInbox, publicationStatus, statusOf, working } from "@/lib/status"
import { InboxDraft } from "./inbox-draft"
import { PublicationActions } from "./publication-actions"
import { PublicationHistory } from "./publication-history"

type PublicationCardProps = { publication: PublicationDetail; zone: string }

/** One post on one account: where it stands, why, what can be done, and how it came to this. */
export function PublicationCard({ publication, zone }: PublicationCardProps) {
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
      <p className="text-13 text-muted">{standing(publication, zone)}</p>
      {isInTheInbox(publication) ? <InboxDraft caption={publication.caption} /> : null}
      <Sending publication={publication} />
      {reason ? (
        <Notice kind={state === "failed" ? "failed" : "warning"}>
          <p>{reason.message}</p>
          <Copyable label="Code" value={reason.code} />
          {reason.log_id ? <Copyable label="TikTok log id" value={reason.log_id} /> : null}
        </Notice>
      ) : null}
      {publication.tiktok_url ? (
        <a
          href={publication.tiktok_url}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-1 justify-self-start text-13"
        >
          See it on TikTok <ExternalLink aria-hidden className="size-3" />
        </a>
      ) : null}
      {awaitsLink(publication) ? (
        <p className="text-13 text-muted">The link comes as soon as TikTok has looked the post over.</p>
      ) : null}
      <PublicationActions publication={publication} />
      <details className="group border-line border-t pt-3" open>
        <summary className="cursor-pointer pb-2 font-strong text-13">History</summary>
        <PublicationHistory publication={publication} zone={zone} />
      </details>
    </section>
  )
}

function Sending({
  publication: { state, bytes_sent, bytes_total, account },
}: {
  publication: PublicationDetail
}) {
  if (!working.has(state) || bytes_sent === null || !bytes_total) return null
  return <Progress value={bytes_sent} max={bytes_total} label={`Sending to ${account.nickname}`} />
}

function standing(publication: PublicationDetail, zone: string): string {
  const { published_at, finished_at, account } = publication
  const handle = account.username ? `@${account.username}` : account.nickname
  if (isInTheInbox(publication) && published_at) {
    return `In the TikTok inbox of ${handle} since ${timeWithSeconds(published_at, zone)}, ${inSentence(nearDay(published_at, zone))}: finish it in the app.`
  }
  if (finished_at) {
    return `Posted by its person from the inbox of ${handle} at ${time(finished_at, zone)}, ${inSentence(nearDay(finished_at, zone))}.`
  }
  return standingOfPost(publication, zone)
}

function standingOfPost({ state, published_at, due_at, account }: PublicationDetail, zone: string): string {
  if (state === "published" && published_at) {
    const handle = account.username ? `@${account.username}` : account.nickname
    return `Published on ${handle} at ${timeWithSeconds(published_at, zone)}, ${inSentence(nearDay(published_at, zone))}.`
  }
  if (state === "scheduled" && due_at)
    return `Goes out at ${time(due_at, zone)}, ${inSentence(nearDay(due_at, zone))}.`
  return publicationStatus[state].hint
}

/** "Tomorrow" inside a sentence is small; a weekday keeps its capital. */
function inSentence(day: string): string {
  return /^(Today|Tomorrow|Yesterday)$/.test(day) ? day.toLowerCase() : day
}
