import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { ReportSchedule, ReportScheduleInput } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { t } from "@/lib/i18n"

export const reportQueries = {
  schedules: () =>
    queryOptions({
      queryKey: ["analytics-reports"],
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/analytics/report-schedules", { signal })),
    }),
}

const at = (schedule_id: string) => ({ params: { path: { schedule_id } } })

function useSchedules<Variables>(send: (variables: Variables) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: reportQueries.schedules().queryKey }),
  })
}

/** Keep a new schedule, or change the one with this id. */
export function useSaveSchedule(id: string | null) {
  return useSchedules<ReportScheduleInput>((body) =>
    id === null
      ? unwrap(api.POST("/api/v1/analytics/report-schedules", { body }))
      : unwrap(api.PUT("/api/v1/analytics/report-schedules/{schedule_id}", { ...at(id), body })),
  )
}

/** Mail a report no more, and offer to have it again. */
export function useRemoveSchedule() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: ReportSchedule) =>
      unwrap(api.DELETE("/api/v1/analytics/report-schedules/{schedule_id}", at(id))),
    onSuccess: (_, schedule) => {
      // Here, for the row that asked is gone with the report.
      void import("@/components/ui/undo").then(({ offerUndo }) =>
        offerUndo(t("That report is mailed no more."), () => addAgain(client, schedule)),
      )
      return client.invalidateQueries({ queryKey: reportQueries.schedules().queryKey })
    },
  })
}

async function addAgain(client: QueryClient, schedule: ReportSchedule): Promise<string> {
  const { account_id, rhythm, weekday, month_day, local_hour, recipients } = schedule
  const body = { account_id, rhythm, weekday, month_day, local_hour, recipients }
  await unwrap(api.POST("/api/v1/analytics/report-schedules", { body }))
  void client.invalidateQueries({ queryKey: reportQueries.schedules().queryKey })
  return t("The report is mailed again, as before.")
}
