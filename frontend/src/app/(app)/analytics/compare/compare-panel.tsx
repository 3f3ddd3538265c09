"use client"

import { CompareScreen } from "@/features/analytics/compare/compare-screen"
import { useTimeZone } from "@/features/users/api/user-queries"

export function ComparePanel() {
  return <CompareScreen zone={useTimeZone()} />
}
