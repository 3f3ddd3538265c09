import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { ReportScheduleInput } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"

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

export function useRemoveSchedule() {
  return useSchedules<string>((id) =>
    unwrap(api.DELETE("/api/v1/analytics/report-schedules/{schedule_id}", at(id))),
  )
}
