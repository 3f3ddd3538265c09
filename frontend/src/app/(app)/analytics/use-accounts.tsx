import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { handleOf } from "@/features/accounts/handle"

// Only who has an account to connect again needs it.
const ReconnectButton = dynamic(() =>
  import("@/features/accounts/components/reconnect-button").then((module) => module.ReconnectButton),
)

/** An account's picture, how the accounts are called, and the way to connect one again. */
export function useAccounts() {
  const accounts = useQuery(accountQueries.list()).data?.items ?? []
  const find = (id: string) => accounts.find((account) => account.id === id)
  return {
    takeable: accounts.map((account) => ({ id: account.id, handle: handleOf(account) })),
    pictureOf: (id: string) => find(id)?.avatar_url ?? null,
    reconnect: (id: string) => {
      const account = find(id)
      return account ? <ReconnectButton account={account} /> : null
    },
  }
}
