import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { Account } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"

export const accountQueries = {
  all: ["accounts"] as const,
  list: () =>
    queryOptions({
      queryKey: [...accountQueries.all, "list"],
      queryFn: ({ signal }) => listAll(signal),
    }),
  search: (words: string) =>
    queryOptions({
      queryKey: [...accountQueries.all, "search", words],
      queryFn: ({ signal }) =>
        unwrap(api.GET("/api/v1/accounts", { params: { query: { limit: 10, q: words } }, signal })),
    }),
  creatorInfo: (id: string) =>
    queryOptions({
      queryKey: [...accountQueries.all, "creator-info", id],
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/accounts/{account_id}/creator-info", {
            params: { path: { account_id: id } },
            signal,
          }),
        ),
      // TikTok wants these asked for whenever the posting form is shown, never taken from a cache.
      staleTime: 0,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
  /** What is planned on an account, asked for when it is about to be stopped. */
  plans: (id: string) =>
    queryOptions({
      queryKey: [...accountQueries.all, "plans", id],
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/accounts/{account_id}/plans", { params: { path: { account_id: id } }, signal }),
        ),
    }),
}

/** Ask for page after page: an agency has more accounts than one holds, and whoever chooses among them wants them all. */
async function listAll(signal: AbortSignal): Promise<{ items: Account[] }> {
  const items: Account[] = []
  let cursor: string | undefined
  do {
    const query = { limit: 100, ...(cursor ? { cursor } : {}) }
    const page = await unwrap(api.GET("/api/v1/accounts", { params: { query }, signal }))
    items.push(...page.items)
    cursor = page.next_cursor ?? undefined
  } while (cursor)
  return { items }
}

type Connecting = {
  /** The TikTok app to connect by; without it, whichever has room. */
  app_id?: string
  /** The account to connect again; without it the person chooses any at TikTok. */
  account_id?: string
}

/** Ask for the address of TikTok's consent page; the browser then goes there. */
export function useConnectAccount() {
  return useMutation({
    mutationFn: (query: Connecting) =>
      unwrap(api.GET("/api/v1/tiktok/oauth/authorize", { params: { query } })),
    onSuccess: ({ authorize_url }) => window.location.assign(authorize_url),
  })
}

export type CallbackQuery = {
  state: string
  code?: string
  scopes?: string
  error?: string
  error_description?: string
  error_type?: string
}

export function useFinishConnecting() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CallbackQuery) => unwrap(api.POST("/api/v1/tiktok/oauth/callback", { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: accountQueries.all }),
  })
}

export function useSyncAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST("/api/v1/accounts/{account_id}/sync", { params: { path: { account_id: id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: accountQueries.all }),
  })
}

export function usePauseAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.PUT("/api/v1/accounts/{account_id}/pause", { params: { path: { account_id: id } } })),
    onSuccess: () => client.invalidateQueries(),
  })
}

export function useResumeAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/accounts/{account_id}/pause", { params: { path: { account_id: id } } })),
    onSuccess: () => client.invalidateQueries(),
  })
}

export function useSetPostMode(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (post_mode: Account["post_mode"]) =>
      unwrap(
        api.PUT("/api/v1/accounts/{account_id}/post-mode", {
          params: { path: { account_id: id } },
          body: { post_mode },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: accountQueries.all }),
  })
}

export function useDisconnectAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/accounts/{account_id}", { params: { path: { account_id: id } } })),
    onSuccess: () => {
      // Not waited for: the account's row goes with the new list, and with it what is said when it is done.
      void client.invalidateQueries()
    },
  })
}
