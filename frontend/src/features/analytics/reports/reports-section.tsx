"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { BellsDrawing } from "@/components/ui/drawings"
import { Empty } from "@/components/ui/empty"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import type { Me, ReportSchedule } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { reportQueries } from "../api/report-queries"
import { ScheduleRow } from "./schedule-row"
import { knownMembers, maySchedule, ONLY_SOME } from "./words"

const ScheduleDialog = dynamic(() => import("./schedule-dialog").then((module) => module.ScheduleDialog), {
  ssr: false,
})

type ReportsSectionProps = { me: Me; accounts: readonly { id: string; handle: string }[] }

/** The reports that are mailed by themselves; who may not change them is told who may. */
export function ReportsSection({ me, accounts }: ReportsSectionProps) {
  const schedules = useQuery(reportQueries.schedules())
  const [edited, setEdited] = useState<ReportSchedule | "new" | null>(null)
  const mayChange = maySchedule(me.workspace)
  if (schedules.isPending) return <Skeleton className="h-32 w-full" />
  if (!schedules.data) return <Failed error={schedules.error} retry={() => schedules.refetch()} />
  const add = mayChange ? <Button onClick={() => setEdited("new")}>{t("Add a report")}</Button> : null
  return (
    <div className="grid gap-4">
      {schedules.data.length === 0 ? (
        <Empty
          drawing={<BellsDrawing />}
          sentence={t(
            "No report is mailed yet. One comes as a PDF each week or month, to the members you choose.",
          )}
          action={add}
        />
      ) : (
        <>
          <ul aria-label={t("Reports by e-mail")}>
            {schedules.data.map((schedule) => (
              <ScheduleRow
                key={schedule.id}
                schedule={schedule}
                zone={me.time_zone}
                onChange={mayChange ? () => setEdited(schedule) : undefined}
              />
            ))}
          </ul>
          {add ? <div>{add}</div> : null}
        </>
      )}
      {mayChange ? null : <p className="text-13 text-muted">{t(ONLY_SOME)}</p>}
      {edited ? (
        <ScheduleDialog
          schedule={edited === "new" ? null : edited}
          accounts={accounts}
          known={knownMembers(schedules.data, me.email)}
          timeZone={me.workspace.time_zone}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </div>
  )
}
