"use client"

import { useQuery } from "@tanstack/react-query"
import { useSearchParams } from "next/navigation"
import { useMemo, useState } from "react"
import { ButtonLink } from "@/components/ui/button-link"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import type { Account, AccountGroup, Calendar, CalendarPost } from "@/lib/api/types"
import { zoneCity } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { useIsWide } from "@/lib/use-is-wide"
import { useSteady } from "@/lib/use-steady"
import { useToday } from "@/lib/use-today"
import { calendarQueries } from "../api/calendar-queries"
import { AccountHues } from "./account-marks"
import { Agenda } from "./agenda"
import { CalendarControls } from "./calendar-controls"
import { DayGrid } from "./day-grid"
import { byDay } from "./day-posts"
import { daysOf, type View } from "./days"
import { DragGhost } from "./drag-ghost"
import { MoveDialog } from "./move-dialog"
import { MovedNotice } from "./moved-notice"
import { rangeOf, readPlace } from "./place"
import { useDrag } from "./use-drag"
import { useMover } from "./use-mover"

type CalendarScreenProps = {
  zone: string
  accounts: readonly Account[]
  groups?: readonly AccountGroup[] | undefined
  /** Begin a post on a day ("2026-11-24") with files that were dropped there. */
  onFiles: (files: File[], day: string) => void
}

/** Posts by their day, in the person's zone. What is shown stands in the address. */
export function CalendarScreen({ zone, accounts, groups = [], onFiles }: CalendarScreenProps) {
  const today = useToday(zone)
  const { view, day, account, group, address } = usePlace(today)
  const days = daysOf(view, day)
  const calendar = useQuery({
    ...calendarQueries.range(rangeOf({ view, day, account, group })),
    placeholderData: (before) => before,
  })
  const mover = useMover(zone)
  const [asking, setAsking] = useState<CalendarPost | null>(null)
  const { store: drag, handlers } = useDrag<CalendarPost>(mover.toDay)
  const steady = useSteady({ onDay: mover.toDay, onAsk: setAsking, onFiles })
  const [actions] = useState({ ...steady, handlers, drag })
  const hasGrid = view === "month" || view === "week"
  const isWide = useIsWide()
  const shown = {
    days,
    today,
    on: useMemo(() => byDay(calendar.data, zone), [calendar.data, zone]),
    zone,
    actions,
    dayAddress: (one: string) => address({ view: "day", day: one }),
  }
  return (
    <AccountHues accounts={accounts}>
      <PageHead
        title={t("Calendar")}
        state={calendar.data ? stateOf(calendar.data, zone) : ""}
        action={<Ways />}
      />
      <CalendarControls {...{ view, day, today, account, group, accounts, groups, address }} />
      {calendar.isPending ? <Skeleton className="h-120 w-full" /> : null}
      {calendar.isError && !calendar.data ? (
        <Failed error={calendar.error} retry={() => calendar.refetch()} />
      ) : null}
      {calendar.data ? (
        <>
          {hasGrid && isWide !== false ? <DayGrid {...shown} view={view} month={day} /> : null}
          {hasGrid && isWide ? null : <Agenda {...shown} onPhonesOnly={hasGrid && isWide === null} />}
        </>
      ) : null}
      <DragGhost drag={drag} zone={zone} />
      {mover.moved ? <MovedNotice moved={mover.moved} onUndo={mover.undo} onClose={mover.forget} /> : null}
      {asking ? (
        <MoveDialog
          post={asking}
          onMove={(place) => mover.toPlace(asking, place)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </AccountHues>
  )
}

/** Which days are looked at, as the address has it, and the addresses of others. */
function usePlace(today: string) {
  const params = useSearchParams()
  const { view, day, account, group } = readPlace(params, today)
  const address = (change: { view?: View; day?: string; account?: string; group?: string }) => {
    const next = { view, day, account: account ?? "", group: group ?? "", ...change }
    return `/calendar?${new URLSearchParams(Object.entries(next).filter(([, value]) => value))}`
  }
  return { view, day, account, group, address }
}

function Ways() {
  return (
    <span className="flex flex-wrap gap-2">
      <ButtonLink href="/calendar/series">{t("Series")}</ButtonLink>
      <ButtonLink href="/calendar/slots">{t("Posting slots")}</ButtonLink>
      <ButtonLink href="/compose" kind="primary">
        {t("Compose")}
      </ButtonLink>
    </span>
  )
}

function stateOf({ days, left_out, items }: Calendar, zone: string): string {
  const posts = days.reduce((sum, day) => sum + day.posts, 0)
  const drafts = days.reduce((sum, day) => sum + day.drafts, 0)
  const more = left_out && items.length >= MOST_SHOWN ? ` ${t("(there are more than are shown)")}` : ""
  const where = zone === "UTC" ? zone : t("{city} time", { city: zoneCity(zone) })
  return `${plural(posts, "post")}${drafts > 0 ? `, ${plural(drafts, "draft")}` : ""}${more} · ${where}`
}

/** The API gives no more than these at once; what a day alone leaves out is not to be found elsewhere. */
const MOST_SHOWN = 1_000
