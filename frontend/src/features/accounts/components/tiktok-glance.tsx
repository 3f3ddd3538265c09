"use client"

import { useQuery } from "@tanstack/react-query"
import { Glance, GlanceRow } from "@/components/ui/glance"
import { Skeleton } from "@/components/ui/skeleton"
import { Status } from "@/components/ui/status"
import type { Account, TikTokHealth } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { m, t } from "@/lib/i18n"
import type { StatusWords } from "@/lib/status"
import { accountQueries } from "../api/account-queries"
import { healthQueries } from "../api/health-queries"

/** A permission that ends within so many days is renewed by a person in time, if they know of it. */
const SOON_DAYS = 14
const DAY_MS = 86_400_000

/** How TikTok answers, and how the accounts stand with it. */
export function TikTokGlance() {
  const health = useQuery(healthQueries.tiktok()).data
  const accounts = useQuery(accountQueries.list()).data?.items
  if (accounts?.length === 0) return null
  return (
    <Glance title="TikTok" href="/accounts" link={t("Accounts")}>
      {health && accounts ? (
        <Rows health={health} accounts={accounts} />
      ) : (
        <Skeleton className="h-16 w-full" />
      )}
    </Glance>
  )
}

function Rows({ health, accounts }: { health: TikTokHealth; accounts: readonly Account[] }) {
  const connected = accounts.filter(({ status }) => status === "connected")
  const ending = connected.filter(endsSoon).length
  return (
    <dl>
      <GlanceRow name={t("Answers")} value={<Status of={answers(health)} className="text-13" />} />
      <GlanceRow name={t("Connected")} value={plural(connected.length, "account")} />
      {ending > 0 ? (
        <GlanceRow name={t("Permission ends within {days} days", { days: SOON_DAYS })} value={ending} />
      ) : null}
    </dl>
  )
}

function endsSoon({ refresh_expires_at }: Account): boolean {
  return refresh_expires_at !== null && Date.parse(refresh_expires_at) - Date.now() < SOON_DAYS * DAY_MS
}

function answers({ troubles, limiter }: TikTokHealth): StatusWords {
  if (troubles.length > 0)
    return { tone: "needs-you", word: m("With trouble"), hint: m("TikTok fails to answer some calls.") }
  if (limiter.degraded_since)
    return {
      tone: "held",
      word: m("Slowed here"),
      hint: m("This server’s Valkey does not answer, so posts go out slower."),
    }
  return { tone: "published", word: m("Normally"), hint: m("TikTok answers every kind of call.") }
}
