import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import type { BulkInput } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"

/** Ask what a plan would do; nothing is saved. */
export function usePreview() {
  return useMutation({
    mutationFn: (body: BulkInput) =>
      unwrap(api.POST("/api/v1/posts/bulk/schedule", { body: { ...body, dry_run: true } })),
  })
}

/** Do it. The same plan has the same key, so that pressing twice schedules once. */
export function useScheduleMany() {
  const client = useQueryClient()
  const last = useRef({ text: "", key: "" })
  return useMutation({
    mutationFn: (body: BulkInput) => {
      const text = JSON.stringify(body)
      if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() }
      const headers = { "Idempotency-Key": last.current.key }
      return unwrap(api.POST("/api/v1/posts/bulk/schedule", { body: { ...body, consent: true }, headers }))
    },
    // Not waited for: the button that says how it went is gone once no draft is left.
    onSettled: () => void client.invalidateQueries(),
  })
}
