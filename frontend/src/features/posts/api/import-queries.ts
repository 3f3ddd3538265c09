import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import type { ImportInput, PostFilter } from "@/lib/api/types"
import { api, unwrap, unwrapFile } from "@/lib/api-client"
import { fileNameOf, saveFile } from "@/lib/save-file"

/** Ask what would become of each row; nothing is saved. */
export function useLook() {
  return useMutation({
    mutationFn: (body: ImportInput) =>
      unwrap(api.POST("/api/v1/posts/import", { body: { ...body, dry_run: true } })),
  })
}

/** Make the posts. The same rows have the same key, so that pressing twice, or again after a lost answer, posts once. */
export function useImport() {
  const client = useQueryClient()
  const last = useRef({ text: "", key: "" })
  return useMutation({
    mutationFn: (body: ImportInput) => {
      const text = JSON.stringify(body)
      if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() }
      const headers = { "Idempotency-Key": last.current.key }
      return unwrap(api.POST("/api/v1/posts/import", { body: { ...body, consent: true }, headers }))
    },
    // Not waited for: the page says what came of it as soon as it is known.
    onSuccess: () => void client.invalidateQueries(),
  })
}

type Taken = { status?: PostFilter | undefined; q?: string | undefined }

/** Have the posts that are shown saved as a CSV file; it can be imported again. */
export function useTakePosts() {
  return useMutation({
    mutationFn: async ({ status, q }: Taken) => {
      const query = { ...(status && { status }), ...(q && { q }) }
      const answer = await unwrapFile(
        api.GET("/api/v1/posts/export", { params: { query }, parseAs: "stream" }),
      )
      const name = fileNameOf(answer, "carillon-posts.csv")
      saveFile(await answer.blob(), name)
      return name
    },
  })
}
