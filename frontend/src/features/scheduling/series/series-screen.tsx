"use client"

import { useQuery } from "@tanstack/react-query"
import { AppLink } from "@/components/ui/app-link"
import { ButtonLink } from "@/components/ui/button-link"
import { BellsDrawing } from "@/components/ui/drawings"
import { Empty } from "@/components/ui/empty"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { seriesQueries } from "../api/series-queries"
import { SeriesCard } from "./series-card"

/** Posts that come again: their rules, what could not be scheduled, and how to change or stop them. */
export function SeriesScreen() {
  const series = useQuery(seriesQueries.list())
  const running = series.data?.filter(({ is_running }) => is_running).length ?? 0
  return (
    <>
      <PageHead
        title={t("Series")}
        state={running > 0 ? `${plural(running, "series goes on", "series go on")}` : ""}
        action={<AppLink href="/calendar">{t("Back to the calendar")}</AppLink>}
      />
      {series.isPending ? <Skeleton className="h-40 w-full" /> : null}
      {series.isError && !series.data ? <Failed error={series.error} retry={() => series.refetch()} /> : null}
      {series.data?.length === 0 ? (
        <Empty
          drawing={<BellsDrawing />}
          sentence={t("Nothing comes again yet. Open a post and choose “Repeat…”.")}
          action={<ButtonLink href="/posts">{t("Show posts")}</ButtonLink>}
        />
      ) : null}
      <ul className="grid max-w-form gap-4">
        {series.data?.map((one) => (
          <SeriesCard key={one.id} series={one} />
        ))}
      </ul>
    </>
  )
}
