"use client"

import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Failed } from "@/components/ui/failed"
import { Select } from "@/components/ui/field"
import { Skeleton } from "@/components/ui/skeleton"
import type { Forecast } from "@/lib/api/types"
import { percent } from "@/lib/figures"
import { m, t } from "@/lib/i18n"
import { analyticsQueries } from "../api/analytics-queries"
import { Panel } from "../components/panel"
import { ForecastChart } from "./forecast-chart"

const words = { followers: m("Followers"), views: m("Views by day") } as const

/** Where an account is going: what is likely, how sure that is, and how often such bands held so far. */
export function ForecastPanel({ accountId }: { accountId: string }) {
  const [metric, setMetric] = useState<keyof typeof words>("followers")
  const forecast = useQuery(analyticsQueries.forecast(accountId, metric))
  const data = forecast.data
  return (
    <Panel
      title={t("Where it is going")}
      note={data ? coverageWords(data) : t("The next 14 days")}
      isOld={forecast.isPlaceholderData}
      aside={
        <Select
          aria-label={t("Forecast of")}
          className="tablet:w-40"
          value={metric}
          onChange={(event) => setMetric(event.target.value === "views" ? "views" : "followers")}
        >
          {Object.entries(words).map(([value, word]) => (
            <option key={value} value={value}>
              {t(word)}
            </option>
          ))}
        </Select>
      }
    >
      {forecast.isPending ? <Skeleton className="h-69 w-full" /> : null}
      {forecast.isError && !data ? <Failed error={forecast.error} retry={() => forecast.refetch()} /> : null}
      {data && !data.is_known ? (
        <p className="grid min-h-69 place-items-center text-center text-muted">{data.reason}</p>
      ) : null}
      {data?.is_known ? <ForecastChart forecast={data} name={t(words[data.metric])} /> : null}
    </Panel>
  )
}

/** Say how far earlier bands could be relied on. */
export function coverageWords({
  is_known,
  nominal_coverage = 0.8,
  realised_coverage,
  judged_days,
}: Forecast): string {
  if (!is_known) return t("The next 14 days")
  const meant = t("The figure should lie within the band on {share} of days.", {
    share: percent(nominal_coverage),
  })
  if (realised_coverage === null) return `${meant} ${t("Too few of them have come to say whether it does.")}`
  const held = t("Bands held {share} of the time so far, over {days} days.", {
    share: percent(realised_coverage),
    days: judged_days,
  })
  return `${meant} ${held}`
}
