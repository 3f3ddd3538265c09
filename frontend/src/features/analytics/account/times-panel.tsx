"use client"

import { useQuery } from "@tanstack/react-query"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import type { BestTimes } from "@/lib/api/types"
import { zoneWords } from "@/lib/dates"
import { percent, plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { analyticsQueries } from "../api/analytics-queries"
import { Panel } from "../components/panel"
import { slotWords, sourceWords, upliftWords } from "../words"
import { WeekMap } from "./week-map"

/** When this account's posts reach farthest, by the hours of the reader's week. */
export function TimesPanel({ accountId, zone }: { accountId: string; zone: string }) {
  const times = useQuery(analyticsQueries.bestTimes(accountId, zone))
  const data = times.data
  return (
    <Panel
      title={t("Best times to post")}
      note={
        data?.is_known
          ? `${sourceWords(data)} ${zoneWords(data.time_zone)}.`
          : t("Your week, {zone}", { zone: zoneWords(zone) })
      }
    >
      {times.isPending ? <Skeleton className="h-69 w-full" /> : null}
      {times.isError && !data ? <Failed error={times.error} retry={() => times.refetch()} /> : null}
      {data && !data.is_known ? (
        <p className="grid min-h-32 place-items-center text-center text-muted">{data.reason}</p>
      ) : null}
      {data?.is_known ? (
        <div className="grid gap-6 wide:grid-cols-[minmax(0,1fr)_280px]">
          <WeekMap times={data} />
          <Recommended times={data} />
        </div>
      ) : null}
    </Panel>
  )
}

function Recommended({ times: { times } }: { times: BestTimes }) {
  return (
    <div className="grid content-start gap-2">
      <h3 className="text-13">{t("Recommended")}</h3>
      <ol className="grid">
        {times.map(({ slot, uplift, low, high, posts }) => (
          <li key={slot} className="grid gap-0.5 border-line border-t py-2">
            <span className="tabular font-strong">{slotWords(slot)}</span>
            <span className="text-13">{upliftWords(uplift)}</span>
            <span className="text-12 text-muted">
              {`${betweenWords(low, high)} ${t("{posts} around that hour.", {
                posts: plural(Math.round(posts), "post"),
              })}`}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function betweenWords(low: number, high: number): string {
  const ends = { low: percent(Math.abs(low)), high: percent(Math.abs(high)) }
  if (high < 0) return t("Between {low} fewer and {high} fewer, four times of five.", ends)
  return low < 0
    ? t("Between {low} fewer and {high} more, four times of five.", ends)
    : t("Between {low} more and {high} more, four times of five.", ends)
}
