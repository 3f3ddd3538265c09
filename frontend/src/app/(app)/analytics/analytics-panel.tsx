"use client"

import { DashboardScreen } from "@/features/analytics/dashboard/dashboard-screen"
import { useTimeZone } from "@/features/users/api/user-queries"
import { useAccounts } from "./use-accounts"

/** Hands the figures what other features know of the accounts. */
export function AnalyticsPanel() {
  return <DashboardScreen zone={useTimeZone()} {...useAccounts()} />
}
