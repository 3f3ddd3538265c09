"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import type { ReportSchedule } from "@/lib/api/types"
import { dayAndTime } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"
import { useRemoveSchedule } from "../api/report-queries"
import { dayName } from "../range"
import { coverWords, rhythmWords, whoseWords } from "./words"

type ScheduleRowProps = {
  schedule: ReportSchedule
  zone: string
  /** Absent for who may not change it. */
  onChange: (() => void) | undefined
}

/** One report that is mailed by itself: whose, when, to whom. */
export function ScheduleRow({ schedule, zone, onChange }: ScheduleRowProps) {
  const [asks, setAsks] = useState(false)
  const remove = useRemoveSchedule()
  const whose = whoseWords(schedule)
  const name = nameOf(schedule)
  const [next, last] = [dayAndTime(schedule.next_due_at, zone), schedule.last_sent_for]
  const mailed = last
    ? t("<next>Next {next}</next>, last {last}", { next, last: dayName(last) })
    : t("<next>Next {next}</next>, none sent yet", { next })
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-b py-3 first:pt-0">
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
        <span className="font-strong">{whose}</span>
        <span>
          {rhythmWords(schedule)}, {coverWords(schedule)}
        </span>
        <span className="break-words text-13 text-muted">
          {schedule.recipients.length > 0
            ? t("To {recipients}", { recipients: schedule.recipients.join(", ") })
            : t("To nobody: who got it is no member any more")}
        </span>
        <span className="text-13 text-muted">
          {rich(mailed, {
            next: (text) => (
              <span
                title={t("By the clock of {zone}: {when}", {
                  zone: schedule.time_zone,
                  when: dayAndTime(schedule.next_due_at, schedule.time_zone),
                })}
              >
                {text}
              </span>
            ),
          })}
        </span>
      </div>
      {onChange ? (
        <div className="flex gap-2">
          <Button size="small" aria-label={t("Change {name}", { name })} onClick={onChange}>
            {t("Change")}
          </Button>
          <Button
            size="small"
            kind="quiet"
            aria-label={t("Delete {name}", { name })}
            onClick={() => setAsks(true)}
          >
            {t("Delete")}
          </Button>
        </div>
      ) : null}
      {asks ? (
        <ConfirmDialog
          title={t("Delete {name}?", { name })}
          words={{ keep: t("Keep it"), act: t("Delete"), acting: t("Deleting…") }}
          action={remove}
          onClose={() => setAsks(false)}
          onConfirm={() => remove.mutate(schedule)}
        >
          {schedule.recipients.length > 0
            ? t(
                "It is mailed to nobody any more: {recipients}. What was sent already stays where it is. You can undo this for as long as it is offered.",
                { recipients: schedule.recipients.join(", ") },
              )
            : t(
                "It is mailed to nobody any more: it had no recipients left. What was sent already stays where it is. You can undo this for as long as it is offered.",
              )}
        </ConfirmDialog>
      ) : null}
    </li>
  )
}

function nameOf({ rhythm, account }: ReportSchedule): string {
  if (rhythm === "weekly")
    return account ? t("the weekly report of {account}", { account }) : t("the weekly report of all accounts")
  return account ? t("the monthly report of {account}", { account }) : t("the monthly report of all accounts")
}
