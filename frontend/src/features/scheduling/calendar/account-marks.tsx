"use client"

import { createContext, type ReactNode, useContext, useMemo } from "react"
import type { Account } from "@/lib/api/types"
import { cn } from "@/lib/cn"

const hues = [
  "bg-series-1",
  "bg-series-2",
  "bg-series-3",
  "bg-series-4",
  "bg-series-5",
  "bg-series-6",
  "bg-series-7",
  "bg-series-8",
]
const MOST_MARKS = 3

const Hues = createContext<ReadonlyMap<string, string>>(new Map())

type AccountHuesProps = { accounts: readonly Account[]; children: ReactNode }

/** Give each account a hue by when it was connected, so that it keeps it while others come and go after it. */
export function AccountHues({ accounts, children }: AccountHuesProps) {
  const byAccount = useMemo(() => {
    const inOrder = accounts.toSorted((one, other) => one.connected_at.localeCompare(other.connected_at))
    return new Map(inOrder.map(({ id }, place) => [id, hues[place % hues.length] ?? ""]))
  }, [accounts])
  return <Hues value={byAccount}>{children}</Hues>
}

/** The stripe at a post's edge: the hues of its accounts. Their names stand beside it or in its title. */
export function AccountStripe({ accountIds }: { accountIds: readonly string[] }) {
  const byAccount = useContext(Hues)
  return (
    <span aria-hidden className="absolute inset-y-0 left-0 grid w-1 overflow-hidden rounded-l-inner">
      {accountIds.slice(0, MOST_MARKS).map((id) => (
        <span key={id} className={byAccount.get(id)} />
      ))}
    </span>
  )
}

/** A square of an account's hue, for a list of what the stripes mean. */
export function AccountMark({ accountId }: { accountId: string }) {
  const byAccount = useContext(Hues)
  return <span aria-hidden className={cn("size-2.5 shrink-0 rounded-inner", byAccount.get(accountId))} />
}
