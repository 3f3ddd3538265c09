"use client"

import { ChevronLeft, ChevronRight } from "lucide-react"
import { useRouter } from "next/navigation"
import { ButtonLink } from "@/components/ui/button-link"
import { Select } from "@/components/ui/field"
import type { Account } from "@/lib/api/types"
import { day as dayWords, locale } from "@/lib/dates"
import { step, type View, weekOf } from "./days"

type CalendarControlsProps = {
  view: View
  day: string
  today: string
  account: string | undefined
  accounts: readonly Account[]
  address: (change: { view?: View; day?: string; account?: string }) => string
}

/** Which days are shown, month or week, and of which account. */
export function CalendarControls({ view, day, today, account, accounts, address }: CalendarControlsProps) {
  const router = useRouter()
  const unit = view === "week" ? "week" : "month"
  return (
    <div className="flex flex-wrap items-center gap-2 pb-4">
      <ButtonLink href={address({ day: step(day, view, -1) })} size="icon" aria-label={`The ${unit} before`}>
        <ChevronLeft aria-hidden className="size-4" />
      </ButtonLink>
      <ButtonLink href={address({ day: step(day, view, 1) })} size="icon" aria-label={`The next ${unit}`}>
        <ChevronRight aria-hidden className="size-4" />
      </ButtonLink>
      <ButtonLink href={address({ day: today })}>Today</ButtonLink>
      <h2 aria-live="polite" className="min-w-40 px-2 text-16">
        {view === "week" ? weekWords(day) : monthWords(day)}
      </h2>
      <nav aria-label="View" className="ml-auto flex gap-1">
        {(["month", "week"] as const).map((one) => (
          <ButtonLink
            key={one}
            href={address({ view: one })}
            kind={view === one ? "plain" : "quiet"}
            aria-current={view === one ? "true" : undefined}
          >
            {one === "month" ? "Month" : "Week"}
          </ButtonLink>
        ))}
      </nav>
      <Select
        aria-label="Account"
        className="w-full tablet:w-52"
        value={account ?? ""}
        onChange={(event) => router.push(address({ account: event.target.value }))}
      >
        <option value="">All accounts</option>
        {accounts.map(({ id, nickname }) => (
          <option key={id} value={id}>
            {nickname}
          </option>
        ))}
      </Select>
    </div>
  )
}

function monthWords(day: string): string {
  const style = { month: "long", year: "numeric", timeZone: "UTC" } as const
  return new Intl.DateTimeFormat(locale(), style).format(new Date(`${day}T12:00Z`))
}

function weekWords(day: string): string {
  const days = weekOf(day)
  return `${dayWords(`${days[0]}T12:00Z`, "UTC")} – ${dayWords(`${days[6]}T12:00Z`, "UTC")}`
}
