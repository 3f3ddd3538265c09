"use client"

import { AccountsScreen } from "@/features/accounts/components/accounts-screen"
import { useTimeZone } from "@/features/users/api/user-queries"

/** Tells the accounts whose clock to show. */
export function AccountsPanel() {
  return <AccountsScreen zone={useTimeZone()} />
}
