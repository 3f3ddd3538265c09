import type { Metadata } from "next"
import { Preloaded } from "@/components/frame/preloaded"
import { accountQueries } from "@/features/accounts/api/account-queries"
import { wantedSeries } from "@/features/analytics/account/wanted-series"
import { analyticsQueries } from "@/features/analytics/api/analytics-queries"
import { readRange } from "@/features/analytics/range"
import { t } from "@/lib/i18n"
import { idFrom } from "@/lib/ids"
import { readSearch } from "@/lib/search-params"
import { preload } from "@/lib/session/preload"
import { AccountPanel } from "./account-panel"

export function generateMetadata(): Metadata {
  return { title: t("Figures of an account") }
}

export default async function AccountFiguresPage({
  params,
  searchParams,
}: PageProps<"/analytics/accounts/[id]">) {
  const id = idFrom((await params).id)
  const search = await readSearch(searchParams)
  const range = readRange(search)
  const answers = await preload(
    accountQueries.list(),
    analyticsQueries.metrics(id, range),
    analyticsQueries.series(id, range, wantedSeries(search, range)),
  )
  return (
    <Preloaded answers={answers}>
      <AccountPanel accountId={id} />
    </Preloaded>
  )
}
