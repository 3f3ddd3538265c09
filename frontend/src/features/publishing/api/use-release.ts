import { useMutation, useQueryClient } from "@tanstack/react-query"
import { api, unwrap } from "@/lib/api-client"
import { healthQueries } from "./health-queries"

/** Publish again after a restore; afterwards everything that shows posts is asked for again. */
export function useRelease() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/publishing/quarantine/release")),
    onSuccess: (health) => client.setQueryData(healthQueries.all, health),
    onSettled: () => client.invalidateQueries(),
  })
}
