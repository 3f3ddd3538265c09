import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Account, AccountGroup } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { accountQueries } from "./account-queries"

export const groupQueries = {
  list: () =>
    queryOptions({
      queryKey: [...accountQueries.all, "groups"],
      queryFn: ({ signal }) => unwrap(api.GET("/api/v1/account-groups", { signal })),
    }),
}

/** The workspace's groups, once known; they are asked for as soon as one of the accounts is in one. */
export function useGroups(accounts: readonly Account[]): AccountGroup[] | undefined {
  const enabled = accounts.some(({ group_ids }) => group_ids.length > 0)
  return useQuery({ ...groupQueries.list(), enabled }).data
}

type Wanted = { id: string | null; name: string; account_ids: string[] }

/** Make a group, or change one: its name and all accounts that are to be in it. */
export function useSaveGroup() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: Wanted) =>
      unwrap(
        id
          ? api.PATCH("/api/v1/account-groups/{account_group_id}", {
              params: { path: { account_group_id: id } },
              body,
            })
          : api.POST("/api/v1/account-groups", { body }),
      ),
    onSuccess: (saved) => {
      client.setQueryData(groupQueries.list().queryKey, (groups) => groups && withSaved(groups, saved))
      // Not waited for: the group is there as soon as it is saved.
      void client.invalidateQueries({ queryKey: accountQueries.all })
    },
  })
}

function withSaved(groups: readonly AccountGroup[], saved: AccountGroup): AccountGroup[] {
  const others = groups.filter(({ id }) => id !== saved.id)
  return [...others, saved].toSorted((one, other) => one.name.localeCompare(other.name))
}

export function useDeleteGroup() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(
        api.DELETE("/api/v1/account-groups/{account_group_id}", {
          params: { path: { account_group_id: id } },
        }),
      ),
    onSuccess: (_, gone) => {
      client.setQueryData(groupQueries.list().queryKey, (groups) => groups?.filter(({ id }) => id !== gone))
      void client.invalidateQueries({ queryKey: accountQueries.all })
    },
  })
}

/** Say in which groups an account is. */
export function useSetGroups(accountId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (group_ids: string[]) =>
      unwrap(
        api.PUT("/api/v1/accounts/{account_id}/groups", {
          params: { path: { account_id: accountId } },
          body: { group_ids },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: accountQueries.all }),
  })
}
