"use client"

import { useQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { Skeleton } from "@/components/ui/skeleton"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { useGroups } from "@/features/accounts/api/group-queries"
import { startPostWith } from "@/features/media/start-post-with"
import { CalendarScreen } from "@/features/scheduling/calendar/calendar-screen"
import { useMe } from "@/features/users/api/user-queries"

/** Hands the calendar the person's zone, without which there are no days to show, and the accounts and groups to choose from. */
export function CalendarPanel() {
  const router = useRouter()
  const me = useMe()
  const accounts = useQuery(accountQueries.list()).data?.items ?? []
  const groups = useGroups(accounts)
  if (!me) return <Skeleton className="h-120 w-full" />
  function startPost(files: File[], day: string) {
    const kind = startPostWith(files)
    if (kind) router.push(`/compose?${new URLSearchParams({ day, kind })}`)
  }
  return <CalendarScreen zone={me.time_zone} {...{ accounts, groups }} onFiles={startPost} />
}
