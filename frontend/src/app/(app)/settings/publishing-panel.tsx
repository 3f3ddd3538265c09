"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { Skeleton } from "@/components/ui/skeleton"
import { pauseQueries } from "@/features/publishing/api/pause-queries"
import { PauseWorkspace } from "@/features/publishing/components/pause-workspace"
import { useTimeZone } from "@/features/users/api/user-queries"

const PublishingHealth = dynamic(
  () =>
    import("@/features/publishing/components/publishing-health").then((module) => module.PublishingHealth),
  { ssr: false, loading: () => <Skeleton className="h-14 w-full" /> },
)

/** Stopping and resuming the workspace, and whether posts go out on this server. */
export function PublishingPanel() {
  const pauses = useQuery(pauseQueries.list()).data
  return (
    <>
      <PauseWorkspace />
      <PublishingHealth zone={useTimeZone()} mayRelease={pauses?.may_resume_workspace ?? false} />
    </>
  )
}
