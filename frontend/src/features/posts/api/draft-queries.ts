import { queryOptions } from "@tanstack/react-query"
import { api, unwrap } from "@/lib/api-client"

export const draftQueries = {
  /** How many drafts wait in an account's inbox around an instant; null is now. */
  room: (accountId: string, at: string | null) =>
    queryOptions({
      queryKey: ["accounts", "drafts", accountId, at] as const,
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/accounts/{account_id}/drafts", {
            params: { path: { account_id: accountId }, query: at ? { at } : {} },
            signal,
          }),
        ),
    }),
}
