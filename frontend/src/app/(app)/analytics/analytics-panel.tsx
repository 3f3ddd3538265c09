"use client"

import { DashboardScreen } from "@/features/analytics/dashboard/dashboard-screen"
import { ExportButton } from "@/features/analytics/export/export-button"
import { useTimeZone } from "@/features/users/api/user-queries"
import { useAccounts } from "./use-accounts"

/** Hands the figures what other features know of the accounts. */
export function AnalyticsPanel() {
  const zone = useTimeZone()
  const { takeable, ...accounts } = useAccounts()
  return (
    <DashboardScreen zone={zone} {...accounts} actions={<ExportButton zone={zone} accounts={takeable} />} />
  )
}
