"use client"

import { useQuery } from "@tanstack/react-query"
import { AppLink } from "@/components/ui/app-link"
import { BellsDrawing } from "@/components/ui/drawings"
import { Empty } from "@/components/ui/empty"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { analyticsQueries } from "../api/analytics-queries"
import { Panel } from "../components/panel"
import { RangePicker } from "../components/range-picker"
import { daysWords } from "../range"
import { useAddress, withRange } from "../use-address"
import { ChooseAccounts } from "./choose-accounts"
import { LEAST_COMPARED, readChosen } from "./chosen"
import { CompareChart } from "./compare-chart"
import { CompareTable } from "./compare-table"

/** Two to ten accounts side by side. Which ones stands in the address. */
export function CompareScreen({ zone }: { zone: string }) {
  const { params, range } = useAddress()
  const chosen = readChosen(params)
  const enough = chosen.length >= LEAST_COMPARED
  const comparison = useQuery({ ...analyticsQueries.compare(chosen, range), enabled: enough })
  const data = enough ? comparison.data : undefined
  return (
    <>
      <p className="pb-1 text-13">
        <AppLink href={withRange("/analytics", range)}>{t("Analytics")}</AppLink>
      </p>
      <PageHead
        title={t("Compare accounts")}
        state={data ? `${plural(data.items.length, "account")}. ${daysWords(data.range, zone)}.` : ""}
      />
      <div className="grid gap-6">
        <RangePicker zone={zone} />
        <ChooseAccounts chosen={chosen} range={range} />
        {enough ? null : (
          <Empty
            drawing={<BellsDrawing />}
            sentence={t("Choose at least {least} accounts to see them side by side.", {
              least: LEAST_COMPARED,
            })}
          />
        )}
        {enough && comparison.isPending ? <CompareSkeleton /> : null}
        {enough && comparison.isError && !data ? (
          <Failed error={comparison.error} retry={() => comparison.refetch()} />
        ) : null}
        {data ? (
          <>
            <CompareChart comparison={data} isOld={comparison.isPlaceholderData} />
            <Panel title={t("Side by side")} isOld={comparison.isPlaceholderData}>
              <CompareTable items={data.items} range={range} />
            </Panel>
          </>
        ) : null}
      </div>
    </>
  )
}

function CompareSkeleton() {
  return (
    <div role="status" aria-label={t("Loading the comparison")} className="grid gap-6">
      <Skeleton className="h-95 w-full rounded-outer" />
      <Skeleton className="h-60 w-full rounded-outer" />
    </div>
  )
}
