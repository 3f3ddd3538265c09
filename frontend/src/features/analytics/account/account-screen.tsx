"use client"

import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Failed } from "@/components/ui/failed"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import type { AccountMetrics } from "@/lib/api/types"
import { dayAndTime, fromNow } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { analyticsQueries } from "../api/analytics-queries"
import { QualityLine } from "../components/quality-line"
import { RangePicker } from "../components/range-picker"
import { RefreshButton } from "../components/refresh-button"
import { daysWords } from "../range"
import { useAddress, withRange } from "../use-address"
import { missingSentence } from "../words"
import { AccountFigures } from "./account-figures"
import { AccountSkeleton } from "./account-skeleton"
import { LowerPanels } from "./lower-panels"
import { MetricPanel } from "./metric-panel"

type AccountScreenProps = {
  accountId: string
  zone: string
  reconnect: (accountId: string) => ReactNode
  /** What else can be done with these figures, such as taking them along; it stands beside Refresh. */
  actions?: ReactNode
}

/** All figures of one account. */
export function AccountScreen({ accountId, zone, reconnect, actions }: AccountScreenProps) {
  const { range } = useAddress()
  const metrics = useQuery(analyticsQueries.metrics(accountId, range))
  const data = metrics.data
  return (
    <>
      <p className="pb-1 text-13">
        <AppLink href={withRange("/analytics", range)}>{t("Analytics")}</AppLink>
      </p>
      <PageHead
        title={data ? `${data.account.nickname}, ${data.account.handle}` : t("Figures of an account")}
        state={data ? <State metrics={data} zone={zone} /> : ""}
        action={
          data ? (
            <div className="flex flex-wrap gap-2">
              {actions}
              <RefreshButton account={data.account} />
            </div>
          ) : undefined
        }
      />
      <div className="grid gap-6">
        <RangePicker zone={zone} aside={data ? <QualityLine quality={data.quality} /> : null} />
        {metrics.isPending ? <AccountSkeleton /> : null}
        {metrics.isError && !data ? <Failed error={metrics.error} retry={() => metrics.refetch()} /> : null}
        {data ? (
          <>
            <Missing metrics={data} reconnect={reconnect} />
            <AccountFigures metrics={data} isOld={metrics.isPlaceholderData} />
            <MetricPanel accountId={accountId} />
            <LowerPanels accountId={accountId} zone={zone} metrics={data} />
          </>
        ) : null}
      </div>
    </>
  )
}

function State({ metrics: { account, range }, zone }: { metrics: AccountMetrics; zone: string }) {
  const updated = account.updated_at
  return (
    <>
      {updated ? (
        <span title={dayAndTime(updated, zone)} suppressHydrationWarning>
          {t("Updated {ago}", { ago: fromNow(updated) })}
        </span>
      ) : (
        t("Not looked at yet")
      )}
      . {daysWords(range, zone)}.
    </>
  )
}

type MissingProps = { metrics: AccountMetrics; reconnect: (accountId: string) => ReactNode }

/** What is in the way of this account's figures, and what to do about it. */
function Missing({ metrics: { account, missing }, reconnect }: MissingProps) {
  const sentences = Object.entries(missing).map(([part, scope]) =>
    missingSentence(part, scope, account.handle),
  )
  const isAway = account.status !== "connected"
  if (isAway)
    sentences.unshift(
      t("{handle} has to be connected again before its figures can be read.", { handle: account.handle }),
    )
  if (!isAway && account.refresh_status === "failed" && account.refresh_error) {
    sentences.push(t("The last look did not work: {error}", { error: account.refresh_error }))
  }
  if (account.is_doubted) {
    sentences.push(
      t(
        "TikTok's last counters do not fit those before. They are held out until another look agrees with them.",
      ),
    )
  }
  const mends = isAway || Object.keys(missing).length > 0
  if (sentences.length === 0) return null
  return (
    <Notice kind="warning" action={mends ? reconnect(account.id) : undefined}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )
}
