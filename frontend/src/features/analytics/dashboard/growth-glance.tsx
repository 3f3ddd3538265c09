"use client"

import { useQuery } from "@tanstack/react-query"
import { Glance, GlanceRow } from "@/components/ui/glance"
import { Skeleton } from "@/components/ui/skeleton"
import type { Dashboard } from "@/lib/api/types"
import { signedPercent } from "@/lib/figures"
import { m, t } from "@/lib/i18n"
import { analyticsQueries } from "../api/analytics-queries"
import { Change, Count } from "../components/figure"
import { GLANCED } from "../range"

const NOT_MEASURED = m("Nobody measured these days.")

/** How the accounts did in the last seven days, in four figures. */
export function GrowthGlance() {
  const { data, isError } = useQuery(analyticsQueries.dashboard(GLANCED))
  if (isError || data?.accounts === 0) return null
  return (
    <Glance title={t("The last 7 days")} href="/analytics?range=7d" link={t("Analytics")}>
      {data ? <Figures dashboard={data} /> : <Skeleton className="h-32 w-full" />}
    </Glance>
  )
}

function Figures({ dashboard }: { dashboard: Dashboard }) {
  const { engagement, quality, followers, followers_net } = dashboard
  const measured = quality.days_measured > 0
  const change = engagement.views_change
  return (
    <dl>
      <GlanceRow
        name={t("Followers")}
        value={<Count value={followers} />}
        aside={measured ? <Change value={followers_net} /> : ""}
      />
      <GlanceRow
        name={t("Views")}
        value={<Count value={measured ? engagement.views : null} why={t(NOT_MEASURED)} />}
        aside={
          change === null ? "" : <span title={t("Against the 7 days before")}>{signedPercent(change)}</span>
        }
      />
      <GlanceRow
        name={t("Likes")}
        value={<Count value={measured ? engagement.likes : null} why={t(NOT_MEASURED)} />}
        aside=" "
      />
      <GlanceRow name={t("Posts published")} value={<Count value={engagement.posts} />} aside=" " />
    </dl>
  )
}
