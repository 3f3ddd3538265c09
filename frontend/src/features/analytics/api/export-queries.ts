import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { ExportFormat, ExportJob, ExportWhat } from "@/lib/api/types"
import { api, unwrap, unwrapFile } from "@/lib/api-client"
import { isLive } from "@/lib/live"
import { fileNameOf, saveFile } from "@/lib/save-file"

const ASK_MS = 2_000
/** While live events tell of every step, asking is only a net beneath them. */
const NET_MS = 10_000
const PAGE = 10
const MADE_LATER = 202

type Days = { since: string; until: string }
export type Sheet = { what: ExportWhat; format: ExportFormat }
/** What is taken along: a sheet of figures, or a report; of one account, or of all. */
export type Wanted = Days & { accountId: string | null; sheet: Sheet | null }
/** What came of it: a file that the browser has saved, or one that is going to be made. */
export type Taken = { file: { name: string; bytes: number } } | { job: ExportJob }

export const exportQueries = {
  all: ["analytics-exports"] as const,
  list: () =>
    infiniteQueryOptions({
      queryKey: [...exportQueries.all, "list"],
      queryFn: ({ pageParam, signal }) =>
        unwrap(
          api.GET("/api/v1/analytics/exports", {
            params: { query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        ),
      initialPageParam: "",
      getNextPageParam: ({ next_cursor }) => next_cursor,
      refetchInterval: ({ state: { data } }) => {
        if (!data?.pages.some(({ items }) => items.some(isBeingMade))) return false
        return isLive() ? NET_MS : ASK_MS
      },
    }),
}

export function isBeingMade({ status }: Pick<ExportJob, "status">): boolean {
  return status === "queued" || status === "running"
}

/** Ask for a file: a small one is saved at once, also when nobody waits for it any more. */
export function useTakeAlong() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (wanted: Wanted): Promise<Taken> => {
      const answer = await ask(wanted)
      if (answer.status === MADE_LATER) {
        const job = (await answer.json()) as ExportJob
        await client.invalidateQueries({ queryKey: exportQueries.all })
        return { job }
      }
      const file = await answer.blob()
      const name = fileNameOf(answer, `carillon.${wanted.sheet?.format ?? "pdf"}`)
      saveFile(file, name)
      return { file: { name, bytes: file.size } }
    },
  })
}

function ask({ accountId, sheet, since, until }: Wanted): Promise<Response> {
  const days = { since, until }
  if (sheet === null) {
    const query = { ...days, ...(accountId && { account_id: accountId }) }
    return unwrapFile(api.GET("/api/v1/analytics/report", { params: { query }, parseAs: "stream" }))
  }
  const query = { ...sheet, ...days, ...(accountId && { account_id: [accountId] }) }
  return unwrapFile(api.GET("/api/v1/analytics/export", { params: { query }, parseAs: "stream" }))
}

/** Call an export off that is under way; take one that has ended off the list, with its file. */
export function useRemoveExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/analytics/exports/{export_id}", { params: { path: { export_id: id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: exportQueries.all }),
  })
}
