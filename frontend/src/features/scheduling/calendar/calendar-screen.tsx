"use client"

import { useQuery } from "@tanstack/react-query"
import { useSearchParams } from "next/navigation"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { ButtonLink } from "@/components/ui/button-link"
import { Failed } from "@/components/ui/failed"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import type { Account, Calendar, CalendarPost } from "@/lib/api/types"
import { dayKey, zoneCity } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { calendarQueries } from "../api/calendar-queries"
import { Agenda } from "./agenda"
import { CalendarControls } from "./calendar-controls"
import { DayGrid } from "./day-grid"
import { dayOf, daysOf, type View, views } from "./days"
import { MoveDialog } from "./move-dialog"
import { useDrag } from "./use-drag"
import { movedWords, useMover } from "./use-mover"

type CalendarScreenProps = { zone: string; accounts: readonly Account[] }

/** Posts by their day, in the person's zone. What is shown stands in the address. */
export function CalendarScreen({ zone, accounts }: CalendarScreenProps) {
  const params = useSearchParams()
  const view = views.find((one) => one === params.get("view")) ?? "month"
  const asked = params.get("day") ?? ""
  const day =
    /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : dayKey(Date.now(), zone)
  const account = params.get("account") ?? undefined
  const days = daysOf(view, day)
  const range = { from: days[0] ?? day, to: days.at(-1) ?? day, account }
  const calendar = useQuery({ ...calendarQueries.range(range), placeholderData: (before) => before })
  const mover = useMover(zone)
  const [asking, setAsking] = useState<CalendarPost | null>(null)
  const { dragging, handlers } = useDrag<CalendarPost>(mover.toDay)
  const byDay = Map.groupBy(calendar.data?.items ?? [], (post) => dayOf(post, zone))
  const postsOn = (one: string) => (byDay.get(one) ?? []).toSorted(byTime)
  const draggedId = dragging?.item.id ?? null
  const actions = { handlers, onDay: mover.toDay, onAsk: setAsking, draggedId }
  const address = (change: { view?: View; day?: string; account?: string }) => {
    const next = { view, day, account: account ?? "", ...change }
    return `/calendar?${new URLSearchParams(Object.entries(next).filter(([, value]) => value))}`
  }
  return (
    <>
      <PageHead
        title="Calendar"
        state={calendar.data ? stateOf(calendar.data, zone) : ""}
        action={
          <span className="flex flex-wrap gap-2">
            <ButtonLink href="/calendar/series">Series</ButtonLink>
            <ButtonLink href="/calendar/slots">Posting slots</ButtonLink>
            <ButtonLink href="/compose" kind="primary">
              Compose
            </ButtonLink>
          </span>
        }
      />
      <CalendarControls {...{ view, day, account, accounts, address }} today={dayKey(Date.now(), zone)} />
      {calendar.isPending ? <Skeleton className="h-120 w-full" /> : null}
      {calendar.isError && !calendar.data ? (
        <Failed error={calendar.error} retry={() => calendar.refetch()} />
      ) : null}
      {calendar.data ? (
        <>
          {view === "month" || view === "week" ? (
            <DayGrid
              {...{ view, days, postsOn, zone, actions }}
              month={day}
              overDay={dragging?.overDay ?? null}
              dayAddress={(one) => address({ view: "day", day: one })}
            />
          ) : null}
          <Agenda {...{ days, postsOn, zone, actions }} onPhonesOnly={view === "month" || view === "week"} />
        </>
      ) : null}
      {dragging ? <Ghost {...dragging} /> : null}
      {mover.moved ? (
        <div className="fixed inset-x-0 bottom-20 z-20 grid justify-items-center px-4 tablet:bottom-6">
          <Notice
            kind="good"
            className="animate-appear shadow-float"
            action={
              <span className="flex gap-1">
                <Button size="small" onClick={mover.undo}>
                  Undo
                </Button>
                <Button size="small" kind="quiet" onClick={mover.forget}>
                  Close
                </Button>
              </span>
            }
          >
            {movedWords(mover.moved)}
          </Notice>
        </div>
      ) : null}
      {asking ? (
        <MoveDialog
          post={asking}
          onMove={(place) => mover.toPlace(asking, place)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  )
}

function Ghost({ item, x, y }: { item: CalendarPost; x: number; y: number }) {
  return (
    <div
      aria-hidden
      style={{ transform: `translate(${x + 8}px, ${y + 8}px)` }}
      className="pointer-events-none fixed top-0 left-0 z-30 max-w-48 truncate rounded-inner border border-accent bg-raised px-2 py-1 text-12 shadow-float"
    >
      {item.caption.trim() || "No caption yet"}
    </div>
  )
}

function stateOf({ items, left_out }: Calendar, zone: string): string {
  const drafts = items.filter(({ status }) => status === "draft").length
  const shown = plural(items.length, "post")
  const more = left_out ? " (there are more than are shown)" : ""
  return `${shown}${drafts > 0 ? `, ${plural(drafts, "draft")}` : ""}${more} · ${zone === "UTC" ? zone : `${zoneCity(zone)} time`}`
}

function byTime(one: CalendarPost, other: CalendarPost): number {
  return (one.due_at ?? one.local_time ?? "").localeCompare(other.due_at ?? other.local_time ?? "")
}
