"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { Skeleton } from "@/components/ui/skeleton"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { handleOf } from "@/features/accounts/handle"
import { useMe } from "@/features/users/api/user-queries"
import { runsIt } from "@/features/users/components/workspace-form"

const Reports = dynamic(
  () => import("@/features/analytics/reports/reports-section").then((module) => module.ReportsSection),
  { ssr: false, loading: () => <Skeleton className="h-32 w-full" /> },
)
const Retention = dynamic(
  () => import("@/features/analytics/retention/retention-section").then((module) => module.RetentionSection),
  { ssr: false, loading: () => <Skeleton className="h-72 w-full" /> },
)

/** The reports that are mailed by themselves; who they may go to and what they are about other features know. */
export function ReportsPanel() {
  const me = useMe()
  const accounts = useQuery(accountQueries.list()).data?.items ?? []
  if (!me) return <Skeleton className="h-32 w-full" />
  return (
    <Reports me={me} accounts={accounts.map((account) => ({ id: account.id, handle: handleOf(account) }))} />
  )
}

export function RetentionPanel() {
  const me = useMe()
  if (!me) return <Skeleton className="h-72 w-full" />
  return <Retention mayChange={runsIt(me.workspace)} />
}
