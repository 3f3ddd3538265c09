import type { Metadata } from "next"
import { Preloaded } from "@/components/frame/preloaded"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { calendarQueries } from "@/features/scheduling/api/calendar-queries"
import { rangeOf, readPlace } from "@/features/scheduling/calendar/place"
import { userQueries } from "@/features/users/api/user-queries"
import { dayKey } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { readSearch, type SearchParams } from "@/lib/search-params"
import { ask, preload } from "@/lib/session/preload"
import { CalendarPanel } from "./calendar-panel"

export function generateMetadata(): Metadata {
  return { title: t("Calendar") }
}

export default async function CalendarPage({ searchParams }: { searchParams: SearchParams }) {
  const [search, me] = await Promise.all([readSearch(searchParams), ask(userQueries.me())])
  const shown = me
    ? [calendarQueries.range(rangeOf(readPlace(search, dayKey(Date.now(), me.time_zone))))]
    : []
  return (
    <Preloaded answers={await preload(accountQueries.list(), ...shown)}>
      <CalendarPanel />
    </Preloaded>
  )
}
