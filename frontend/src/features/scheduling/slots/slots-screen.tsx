"use client"

import { useQuery } from "@tanstack/react-query"
import { useSearchParams } from "next/navigation"
import { AppLink } from "@/components/ui/app-link"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import type { Account } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { zoneWords } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { slotQueries } from "../api/slot-queries"
import { WeekEditor } from "./week-editor"

/** When each account likes to post: one account's week at a time, and the same for all with one button. */
export function SlotsScreen({ accounts }: { accounts: readonly Account[] | undefined }) {
  const asked = useSearchParams().get("account")
  const account = accounts?.find(({ id }) => id === asked) ?? accounts?.[0]
  return (
    <>
      <PageHead
        title={t("Posting slots")}
        state={t(
          "Times of the week at which an account likes to post. “Next free slot” and bulk scheduling fill them.",
        )}
        action={<AppLink href="/calendar">{t("Back to the calendar")}</AppLink>}
      />
      {accounts ? null : <Skeleton className="h-64 w-full" />}
      {accounts?.length === 0 ? <p className="text-muted">{t("Connect an account first.")}</p> : null}
      {accounts && account ? (
        <div className="grid gap-6 desk:grid-cols-[224px_minmax(0,1fr)]">
          <nav aria-label={t("Account")} className="flex gap-1 overflow-x-auto desk:grid desk:content-start">
            {accounts.map(({ id, nickname }) => (
              <AppLink
                key={id}
                href={`/calendar/slots?account=${id}`}
                aria-current={id === account.id ? "page" : undefined}
                className={cn(
                  "shrink-0 truncate rounded-outer px-3 py-2 no-underline hover:bg-tint",
                  id === account.id ? "bg-tint font-strong text-accent" : "text-muted",
                )}
              >
                {nickname}
              </AppLink>
            ))}
          </nav>
          <SlotsOf key={account.id} account={account} all={accounts} />
        </div>
      ) : null}
    </>
  )
}

function SlotsOf({ account, all }: { account: Account; all: readonly Account[] }) {
  const slots = useQuery({ ...slotQueries.of(account.id), refetchOnWindowFocus: false })
  if (slots.isPending) return <Skeleton className="h-64 w-full" />
  if (!slots.data) return <Failed error={slots.error} retry={() => slots.refetch()} />
  return (
    <section
      aria-label={t("Posting slots of {nickname}", { nickname: account.nickname })}
      className="grid content-start gap-4"
    >
      <p className="text-13 text-muted">
        {t("On the clock of the workspace: {zone}. When the clocks change, the hour stays.", {
          zone: zoneWords(slots.data.time_zone),
        })}
      </p>
      <WeekEditor account={account} all={all} kept={slots.data.slots} />
    </section>
  )
}
