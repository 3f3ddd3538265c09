"use client"

import { useQuery } from "@tanstack/react-query"
import type { Account } from "@/lib/api/types"
import { accountQueries } from "../api/account-queries"
import { AccountIdentity } from "./account-identity"
import { AccountTrouble } from "./account-trouble"
import { ReconnectButton } from "./reconnect-button"

/** The accounts whose permission ran out; undefined until known. */
export function useReconnects(): Account[] | undefined {
  const accounts = useQuery(accountQueries.list()).data?.items
  return accounts?.filter(({ status }) => status === "reconnect_required")
}

export function ReconnectList({ accounts }: { accounts: readonly Account[] }) {
  return (
    <ul>
      {accounts.map((account) => (
        <li key={account.id} className="flex items-center justify-between gap-3 border-line border-b py-2">
          <div className="grid min-w-0 gap-1">
            <AccountIdentity account={account} />
            <AccountTrouble account={account} />
          </div>
          <ReconnectButton account={account} />
        </li>
      ))}
    </ul>
  )
}
