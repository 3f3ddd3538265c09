"use client"

import { useQuery } from "@tanstack/react-query"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { CalendarScreen } from "@/features/scheduling/calendar/calendar-screen"
import { useTimeZone } from "@/features/users/api/user-queries"

/** Hands the calendar the person's zone and the accounts to choose from. */
export function CalendarPanel() {
  const accounts = useQuery(accountQueries.list()).data?.items ?? []
  return <CalendarScreen zone={useTimeZone()} accounts={accounts} />
}
