"use client"

import { AccountScreen } from "@/features/analytics/account/account-screen"
import { useTimeZone } from "@/features/users/api/user-queries"
import { useAccounts } from "../../use-accounts"

export function AccountPanel({ accountId }: { accountId: string }) {
  const { reconnect } = useAccounts()
  return <AccountScreen key={accountId} accountId={accountId} zone={useTimeZone()} reconnect={reconnect} />
}
