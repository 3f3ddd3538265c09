"use client"

import { Skeleton } from "@/components/ui/skeleton"
import { useMe } from "../api/user-queries"

export function WorkspaceName() {
  const me = useMe()
  if (!me) return <Skeleton className="h-4 w-28" />
  return (
    <span className="block truncate font-strong text-14" title={me.workspace.name}>
      {me.workspace.name}
    </span>
  )
}
