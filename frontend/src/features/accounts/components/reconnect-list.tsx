"use client"

import { useQuery } from "@tanstack/react-query"
import { Button } from "@/components/ui/button"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { Account } from "@/lib/api/types"
import { accountQueries, useConnectAccount } from "../api/account-queries"
import { handleOf } from "../handle"
import { AccountIdentity } from "./account-identity"

/** The accounts whose permission ran out; undefined until known. */
export function useReconnects(): Account[] | undefined {
  const accounts = useQuery(accountQueries.list()).data?.items
  return accounts?.filter(({ status }) => status === "reconnect_required")
}

export function ReconnectList({ accounts }: { accounts: readonly Account[] }) {
  const connect = useConnectAccount()
  return (
    <ul>
      {accounts.map((account) => (
        <li key={account.id} className="flex items-center justify-between gap-3 border-line border-b py-2">
          <AccountIdentity account={account} />
          <Button
            size="small"
            aria-label={`Reconnect ${handleOf(account)}`}
            disabled={connect.isPending}
            onClick={() => connect.mutate(undefined, { onError: (error) => say(sentenceOf(error)) })}
          >
            Reconnect
          </Button>
        </li>
      ))}
    </ul>
  )
}
