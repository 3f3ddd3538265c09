import { queryOptions } from "@tanstack/react-query"
import { api, unwrap } from "@/lib/api-client"

export const auditQuery = (cursor: string | undefined) =>
  queryOptions({
    queryKey: ["audit", cursor],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/audit", {
          params: { query: { limit: 100, ...(cursor ? { cursor } : {}) } },
          signal,
        }),
      ),
  })
