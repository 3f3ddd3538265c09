import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { Slot } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"

export const slotQueries = {
  all: ["slots"] as const,
  of: (accountId: string) =>
    queryOptions({
      queryKey: [...slotQueries.all, accountId],
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/accounts/{account_id}/slots", {
            params: { path: { account_id: accountId } },
            signal,
          }),
        ),
    }),
}

export type WeekOf = { id: string; slots: Slot[] }

/** Keep these weeks, each for its account; answers with what was there before, to be put back. */
export async function keepWeeks(client: QueryClient, weeks: readonly WeekOf[]): Promise<WeekOf[]> {
  const before = await Promise.all(
    weeks.map(async ({ id }) => {
      const { slots } = await client.fetchQuery({ ...slotQueries.of(id), staleTime: 0 })
      return { id, slots }
    }),
  )
  try {
    await Promise.all(
      weeks.map(({ id, slots }) =>
        unwrap(
          api.PUT("/api/v1/accounts/{account_id}/slots", {
            params: { path: { account_id: id } },
            body: { slots },
          }),
        ),
      ),
    )
  } finally {
    void client.invalidateQueries({ queryKey: slotQueries.all })
  }
  return before
}

/** Keep the slots of one or several accounts; what was there before can be had back. */
export function useSetSlots() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ accountIds, slots }: { accountIds: readonly string[]; slots: Slot[] }) =>
      keepWeeks(
        client,
        accountIds.map((id) => ({ id, slots })),
      ),
  })
}
