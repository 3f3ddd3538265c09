"use client"

import { AuditScreen } from "@/features/audit/components/audit-screen"
import { useTimeZone } from "@/features/users/api/user-queries"

export function AuditPanel() {
  return <AuditScreen zone={useTimeZone()} />
}
