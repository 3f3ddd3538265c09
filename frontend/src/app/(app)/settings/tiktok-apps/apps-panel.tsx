"use client"

import { AppsScreen } from "@/features/accounts/components/apps-screen"
import { useTimeZone } from "@/features/users/api/user-queries"

export function AppsPanel() {
  return <AppsScreen zone={useTimeZone()} />
}
