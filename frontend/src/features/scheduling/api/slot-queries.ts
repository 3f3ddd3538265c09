import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
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

/** Keep the slots of one or several accounts. */
export function useSetSlots() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ accountIds, slots }: { accountIds: readonly string[]; slots: Slot[] }) =>
      Promise.all(
        accountIds.map((id) =>
          unwrap(
            api.PUT("/api/v1/accounts/{account_id}/slots", {
              params: { path: { account_id: id } },
              body: { slots },
            }),
          ),
        ),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: slotQueries.all }),
  })
}
