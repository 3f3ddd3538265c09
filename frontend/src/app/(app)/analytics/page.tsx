import type { Metadata } from "next"
import { Preloaded } from "@/components/frame/preloaded"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { analyticsQueries } from "@/features/analytics/api/analytics-queries"
import { readRange } from "@/features/analytics/range"
import { t } from "@/lib/i18n"
import { readSearch, type SearchParams } from "@/lib/search-params"
import { preload } from "@/lib/session/preload"
import { AnalyticsPanel } from "./analytics-panel"

export function generateMetadata(): Metadata {
  return { title: t("Analytics") }
}

export default async function AnalyticsPage({ searchParams }: { searchParams: SearchParams }) {
  const range = readRange(await readSearch(searchParams))
  const answers = await preload(analyticsQueries.dashboard(range), accountQueries.list())
  return (
    <Preloaded answers={answers}>
      <AnalyticsPanel />
    </Preloaded>
  )
}
