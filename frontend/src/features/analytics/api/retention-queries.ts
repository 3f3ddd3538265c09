import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { RetentionInput } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"

export const retentionQuery = () =>
  queryOptions({
    queryKey: ["analytics-retention"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/analytics/retention", { signal })),
  })

export function useSetRetention() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: RetentionInput) => unwrap(api.PUT("/api/v1/analytics/retention", { body })),
    onSuccess: (retention) => client.setQueryData(retentionQuery().queryKey, retention),
  })
}
