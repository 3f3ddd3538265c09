"use client"

import { ChevronLeft, ChevronRight } from "lucide-react"
import { useRouter } from "next/navigation"
import { AppLink } from "@/components/ui/app-link"
import { ButtonLink } from "@/components/ui/button-link"
import { Select } from "@/components/ui/field"
import type { Account, AccountGroup } from "@/lib/api/types"
import { dateFormat } from "@/lib/date-format"
import { day as dayWords } from "@/lib/dates"
import { type Message, m, t } from "@/lib/i18n"
import { readerLocale } from "@/lib/reader-locale"
import { AccountMark } from "./account-marks"
import { daysOf, step, type View, views } from "./days"

const words: Record<View, { name: Message; before: Message; next: Message }> = {
  month: { name: m("Month"), before: m("The month before"), next: m("The next month") },
  week: { name: m("Week"), before: m("The week before"), next: m("The next week") },
  day: { name: m("Day"), before: m("The day before"), next: m("The next day") },
  agenda: { name: m("Agenda"), before: m("The two weeks before"), next: m("The next two weeks") },
}

/** Beyond as many accounts as there are hues, a list of them says nothing. */
const MOST_HUES = 8

/** Stands before a group's id where accounts and groups are offered together. */
const GROUP = "group:"

type CalendarControlsProps = {
  view: View
  day: string
  today: string
  account: string | undefined
  group: string | undefined
  accounts: readonly Account[]
  groups: readonly AccountGroup[]
  address: (change: { view?: View; day?: string; account?: string; group?: string }) => string
}

/** Which days are shown, in which view, and of which account or group of them. */
export function CalendarControls({
  view,
  day,
  today,
  account,
  group,
  accounts,
  groups,
  address,
}: CalendarControlsProps) {
  const router = useRouter()
  const narrow = (value: string) =>
    value.startsWith(GROUP)
      ? { account: "", group: value.slice(GROUP.length) }
      : { account: value, group: "" }
  return (
    <div className="flex flex-wrap items-center gap-2 pb-4">
      <ButtonLink href={address({ day: step(day, view, -1) })} size="icon" aria-label={t(words[view].before)}>
        <ChevronLeft aria-hidden className="size-4" />
      </ButtonLink>
      <ButtonLink href={address({ day: step(day, view, 1) })} size="icon" aria-label={t(words[view].next)}>
        <ChevronRight aria-hidden className="size-4" />
      </ButtonLink>
      <ButtonLink href={address({ day: today })}>{t("Today")}</ButtonLink>
      <h2 aria-live="polite" className="min-w-40 px-2 text-16">
        {view === "month" ? monthWords(day) : rangeWords(daysOf(view, day), today)}
      </h2>
      <nav aria-label={t("View")} className="ml-auto flex gap-1">
        {views.map((one) => (
          <ButtonLink
            key={one}
            href={address({ view: one })}
            kind={view === one ? "plain" : "quiet"}
            aria-current={view === one ? "true" : undefined}
          >
            {t(words[one].name)}
          </ButtonLink>
        ))}
      </nav>
      <Select
        aria-label={t("Account")}
        className="w-full tablet:w-52"
        value={group ? GROUP + group : (account ?? "")}
        onChange={(event) => router.push(address(narrow(event.target.value)))}
      >
        <option value="">{t("All accounts")}</option>
        {groups.length > 0 ? (
          <optgroup label={t("Groups")}>
            {groups.map(({ id, name }) => (
              <option key={id} value={GROUP + id}>
                {name}
              </option>
            ))}
          </optgroup>
        ) : null}
        {accounts.map(({ id, nickname }) => (
          <option key={id} value={id}>
            {nickname}
          </option>
        ))}
      </Select>
      {accounts.length > 1 && accounts.length <= MOST_HUES ? (
        <ul aria-label={t("Accounts")} className="flex w-full flex-wrap gap-x-4 text-12">
          {accounts.map(({ id, nickname }) => (
            <li key={id}>
              <AppLink
                href={address(narrow(id === account ? "" : id))}
                aria-current={id === account ? "true" : undefined}
                className="flex min-h-6 items-center gap-1.5 text-muted no-underline hover:text-ink aria-[current]:font-strong aria-[current]:text-ink"
              >
                <AccountMark accountId={id} />
                {nickname}
              </AppLink>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function monthWords(day: string): string {
  const style = { month: "long", year: "numeric", timeZone: "UTC" } as const
  return dateFormat(readerLocale(), style).format(new Date(`${day}T12:00Z`))
}

function rangeWords(days: readonly string[], today: string): string {
  const now = Date.parse(today)
  const [first, last] = [days[0], days.at(-1)].map((day) => dayWords(`${day}T12:00Z`, "UTC", now))
  return first === last ? `${first}` : `${first} – ${last}`
}
