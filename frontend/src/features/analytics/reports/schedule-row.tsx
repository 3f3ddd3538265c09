"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import type { ReportSchedule } from "@/lib/api/types"
import { dayAndTime } from "@/lib/dates"
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
  const name = `the ${schedule.rhythm} report of ${whose === "All accounts" ? "all accounts" : whose}`
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-b py-3 first:pt-0">
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
        <span className="font-strong">{whose}</span>
        <span>
          {rhythmWords(schedule)}, {coverWords(schedule)}
        </span>
        <span className="break-words text-13 text-muted">
          {schedule.recipients.length > 0
            ? `To ${schedule.recipients.join(", ")}`
            : "To nobody: who got it is no member any more"}
        </span>
        <span className="text-13 text-muted">
          <span
            title={`By the clock of ${schedule.time_zone}: ${dayAndTime(schedule.next_due_at, schedule.time_zone)}`}
          >
            Next {dayAndTime(schedule.next_due_at, zone)}
          </span>
          {schedule.last_sent_for ? `, last ${dayName(schedule.last_sent_for)}` : ", none sent yet"}
        </span>
      </div>
      {onChange ? (
        <div className="flex gap-2">
          <Button size="small" aria-label={`Change ${name}`} onClick={onChange}>
            Change
          </Button>
          <Button size="small" kind="quiet" aria-label={`Delete ${name}`} onClick={() => setAsks(true)}>
            Delete
          </Button>
        </div>
      ) : null}
      {asks ? (
        <ConfirmDialog
          title={`Delete ${name}?`}
          words={{ keep: "Keep it", act: "Delete", acting: "Deleting…" }}
          action={remove}
          onClose={() => setAsks(false)}
          onConfirm={() => remove.mutate(schedule)}
        >
          It is mailed to nobody any more: {schedule.recipients.join(", ") || "it had no recipients left"}.
          What was sent already stays where it is. You can undo this for as long as it is offered.
        </ConfirmDialog>
      ) : null}
    </li>
  )
}
