import { useMutation, useQueryClient } from "@tanstack/react-query"
import { api, unwrap } from "@/lib/api-client"

/** Publish again after a restore; afterwards everything that shows posts is asked for again. */
export function useRelease() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/publishing/quarantine/release")),
    // Not waited for: what says how it went is gone once nothing is left to release.
    onSettled: () => void client.invalidateQueries(),
  })
}
