"use client"

import { useQuery } from "@tanstack/react-query"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { SlotsScreen } from "@/features/scheduling/slots/slots-screen"

/** Tells the slots whose they are. */
export function SlotsPanel() {
  return <SlotsScreen accounts={useQuery(accountQueries.list()).data?.items} />
}
