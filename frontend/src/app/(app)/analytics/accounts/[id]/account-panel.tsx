"use client"

import { AccountScreen } from "@/features/analytics/account/account-screen"
import { ExportButton } from "@/features/analytics/export/export-button"
import { useTimeZone } from "@/features/users/api/user-queries"
import { useAccounts } from "../../use-accounts"

export function AccountPanel({ accountId }: { accountId: string }) {
  const zone = useTimeZone()
  const { takeable, reconnect } = useAccounts()
  return (
    <AccountScreen
      key={accountId}
      accountId={accountId}
      zone={zone}
      reconnect={reconnect}
      actions={<ExportButton zone={zone} accounts={takeable} accountId={accountId} />}
    />
  )
}
