"use client"

import { useQuery } from "@tanstack/react-query"
import { Glance, GlanceRow } from "@/components/ui/glance"
import { Skeleton } from "@/components/ui/skeleton"
import type { Dashboard } from "@/lib/api/types"
import { signedPercent } from "@/lib/figures"
import { analyticsQueries } from "../api/analytics-queries"
import { Change, Count } from "../components/figure"
import { GLANCED } from "../range"

const NOT_MEASURED = "Nobody measured these days."

/** How the accounts did in the last seven days, in four figures. */
export function GrowthGlance() {
  const { data, isError } = useQuery(analyticsQueries.dashboard(GLANCED))
  if (isError || data?.accounts === 0) return null
  return (
    <Glance title="The last 7 days" href="/analytics?range=7d" link="Analytics">
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
        name="Followers"
        value={<Count value={followers} />}
        aside={measured ? <Change value={followers_net} /> : ""}
      />
      <GlanceRow
        name="Views"
        value={<Count value={measured ? engagement.views : null} why={NOT_MEASURED} />}
        aside={change === null ? "" : <span title="Against the 7 days before">{signedPercent(change)}</span>}
      />
      <GlanceRow
        name="Likes"
        value={<Count value={measured ? engagement.likes : null} why={NOT_MEASURED} />}
        aside=" "
      />
      <GlanceRow name="Posts published" value={<Count value={engagement.posts} />} aside=" " />
    </dl>
  )
}
