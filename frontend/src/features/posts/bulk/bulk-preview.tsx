"use client"

import { CircleAlert, CircleCheck, Clock } from "lucide-react"
import { AppLink } from "@/components/ui/app-link"
import type { BulkItem } from "@/lib/api/types"
import { clockSentence } from "@/lib/clock-changes"
import { dayAndTime } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { titleOf } from "../words"

type BulkPreviewProps = { items: readonly BulkItem[]; zone: string; isDone: boolean }

/** Each post with the time it gets, or what stands in its way. */
export function BulkPreview({ items, zone, isDone }: BulkPreviewProps) {
  const Fine = isDone ? CircleCheck : Clock
  return (
    <ol className="max-h-80 overflow-y-auto rounded-outer border border-line" aria-label={t("Plan")}>
      {items.map((item) => {
        const note = item.local_time && item.time_zone ? clockSentence(item.local_time, item.time_zone) : null
        return (
          <li key={item.post_id} className="grid gap-0.5 border-line px-3 py-2 not-first:border-t">
            <span className="flex items-center gap-2">
              {item.problem ? (
                <CircleAlert
                  role="img"
                  aria-label={t("Not scheduled")}
                  className="size-4 shrink-0 text-failed"
                />
              ) : (
                <Fine aria-hidden className="size-4 shrink-0 text-scheduled" />
              )}
              <span className="min-w-0 flex-1 truncate">{titleOf(item)}</span>
              {item.due_at && !item.problem ? (
                <span className="tabular shrink-0 text-13 text-muted">{dayAndTime(item.due_at, zone)}</span>
              ) : null}
            </span>
            {item.problem ? (
              <span className="pl-6 text-13 text-failed">
                {item.problem.message} <AppLink href={`/posts/${item.post_id}/edit`}>{t("Edit")}</AppLink>
              </span>
            ) : null}
            {note && !item.problem ? <span className="pl-6 text-12 text-needs-you">{note}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}
