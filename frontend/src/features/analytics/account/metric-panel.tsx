"use client"

import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { Failed } from "@/components/ui/failed"
import { Select } from "@/components/ui/field"
import { Skeleton } from "@/components/ui/skeleton"
import { t } from "@/lib/i18n"
import { analyticsQueries } from "../api/analytics-queries"
import { NothingMeasured } from "../components/day-chart"
import { Panel } from "../components/panel"
import { fillPoints, unitOf } from "../points"
import { useAddress } from "../use-address"
import { granularityWords, metricWords } from "../words"
import { MetricChart } from "./metric-chart"
import { wantedSeries } from "./wanted-series"

/** One figure of an account over time; which one, and how it is grouped, stands in the address. */
export function MetricPanel({ accountId }: { accountId: string }) {
  const { params, range, go } = useAddress()
  const wanted = wantedSeries(params, range)
  const { metric, granularity } = wanted
  const series = useQuery(analyticsQueries.series(accountId, range, wanted))
  const points = series.data ? fillPoints(series.data) : []
  return (
    <Panel
      title={t("Over time")}
      isOld={series.isPlaceholderData}
      aside={
        <span className="flex w-full gap-2 tablet:w-auto">
          <Select
            aria-label={t("Figure")}
            className="tablet:w-60"
            value={metric}
            onChange={(event) => go({ metric: event.target.value })}
          >
            {Object.entries(metricWords).map(([value, word]) => (
              <option key={value} value={value}>
                {t(word)}
              </option>
            ))}
          </Select>
          <Select
            aria-label={t("Grouped")}
            className="tablet:w-32"
            value={granularity}
            onChange={(event) => go({ by: event.target.value })}
          >
            {Object.entries(granularityWords).map(([value, word]) => (
              <option key={value} value={value}>
                {t(word)}
              </option>
            ))}
          </Select>
        </span>
      }
    >
      {series.isPending ? <Skeleton className="h-69 w-full" /> : null}
      {series.isError && !series.data ? <Failed error={series.error} retry={() => series.refetch()} /> : null}
      {series.data ? (
        <Shown
          isEmpty={points.every(({ value }) => value === null)}
          reason={series.data.missing_scope ? t("The account did not allow reading this figure.") : undefined}
        >
          <MetricChart
            metric={series.data.metric}
            unit={unitOf(series.data.granularity)}
            range={series.data.range}
            points={points}
          />
        </Shown>
      ) : null}
    </Panel>
  )
}

function Shown({
  isEmpty,
  reason,
  children,
}: {
  isEmpty: boolean
  reason: string | undefined
  children: ReactNode
}) {
  if (!isEmpty) return children
  return <NothingMeasured>{reason}</NothingMeasured>
}
