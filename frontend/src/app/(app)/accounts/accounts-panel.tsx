"use client"

import { useQuery } from "@tanstack/react-query"
import { AccountsScreen } from "@/features/accounts/components/accounts-screen"
import { postQueries } from "@/features/posts/api/post-queries"
import { useTimeZone } from "@/features/users/api/user-queries"

/** Tells the accounts what is scheduled on them, for the question before disconnecting. */
export function AccountsPanel() {
  const zone = useTimeZone()
  const scheduled = useQuery(postQueries.list({ status: "scheduled", limit: 100 })).data
  const waiting = scheduled?.items
    .flatMap((post) => post.publications)
    .filter(({ state }) => state === "scheduled")
  const complete = scheduled && !scheduled.next_cursor
  return (
    <AccountsScreen
      zone={zone}
      scheduledOf={(id) =>
        complete ? waiting?.filter(({ account }) => account.id === id).length : undefined
      }
    />
  )
}
