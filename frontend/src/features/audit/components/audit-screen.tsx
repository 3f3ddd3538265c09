"use client"

import { useQuery } from "@tanstack/react-query"
import { useSearchParams } from "next/navigation"
import { AppLink } from "@/components/ui/app-link"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import type { AuditEntry } from "@/lib/api/types"
import { dayKey, nearDay, timeWithSeconds } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { auditQuery } from "../api/audit-queries"

/** What people did in this workspace, the newest first. */
export function AuditScreen({ zone }: { zone: string }) {
  const cursor = useSearchParams().get("cursor") ?? undefined
  const audit = useQuery(auditQuery(cursor))
  const next = audit.data?.next_cursor
  return (
    <>
      <p className="pb-1 text-13">
        <AppLink href="/settings">{t("Settings")}</AppLink>
      </p>
      <PageHead
        title={t("Audit log")}
        state={t("What people did in this workspace. Nothing here can be changed.")}
      />
      {audit.isPending ? <Skeleton className="h-64 w-full" /> : null}
      {audit.isError && !audit.data ? <Failed error={audit.error} retry={() => audit.refetch()} /> : null}
      {audit.data?.items.length === 0 ? (
        <p className="text-muted">{t("Nobody has done anything yet.")}</p>
      ) : null}
      {audit.data && audit.data.items.length > 0 ? <Entries items={audit.data.items} zone={zone} /> : null}
      {cursor || next ? (
        <nav aria-label={t("Pages")} className="flex gap-4 pt-4 text-13">
          {cursor ? <AppLink href="/settings/audit">{t("Newest")}</AppLink> : null}
          {next ? (
            <AppLink href={`/settings/audit?cursor=${encodeURIComponent(next)}`}>{t("Older")}</AppLink>
          ) : null}
        </nav>
      ) : null}
    </>
  )
}

function Entries({ items, zone }: { items: readonly AuditEntry[]; zone: string }) {
  return (
    <ol aria-label={t("Audit log")} className="grid text-13">
      {items.map((entry, index) => {
        const before = items[index - 1]
        const isNewDay = !before || dayKey(before.at, zone) !== dayKey(entry.at, zone)
        return <Entry key={entry.id} entry={entry} zone={zone} isNewDay={isNewDay} />
      })}
    </ol>
  )
}

type EntryProps = { entry: AuditEntry; zone: string; isNewDay: boolean }

function Entry({ entry, zone, isNewDay }: EntryProps) {
  const hasPost = entry.post_id !== null && entry.action !== "post.deleted"
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 border-line border-b py-1.5">
      {isNewDay ? <p className="col-span-2 pt-2 pb-1 text-12 text-muted">{nearDay(entry.at, zone)}</p> : null}
      <time dateTime={entry.at} className="tabular text-muted">
        {timeWithSeconds(entry.at, zone)}
      </time>
      <p className="min-w-0">
        <span className="font-strong">{entry.actor}</span> {entry.sentence}{" "}
        {hasPost ? <AppLink href={`/posts/${entry.post_id}`}>{t("See the post")}</AppLink> : null}
      </p>
    </li>
  )
}
