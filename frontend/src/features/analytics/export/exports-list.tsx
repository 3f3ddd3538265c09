"use client"

import { useInfiniteQuery } from "@tanstack/react-query"
import { useId } from "react"
import { Button } from "@/components/ui/button"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import { t } from "@/lib/i18n"
import { exportQueries } from "../api/export-queries"
import { ExportRow } from "./export-row"

/** The workspace's exports that were too large to be answered at once, the newest first. */
export function ExportsList({ zone }: { zone: string }) {
  const id = useId()
  const list = useInfiniteQuery(exportQueries.list())
  const jobs = list.data?.pages.flatMap(({ items }) => items)
  return (
    <section aria-labelledby={id} className="grid gap-2 border-line border-t pt-3">
      <h3 id={id} className="text-13">
        {t("Large exports of this workspace")}
      </h3>
      {list.isPending ? <Skeleton className="h-14 w-full" /> : null}
      {list.isError && !jobs ? <Failed error={list.error} retry={() => list.refetch()} /> : null}
      {jobs?.length === 0 ? (
        <p className="text-13 text-muted">
          {t("None. What has too many rows to be sent at once is made meanwhile, and stands here for a day.")}
        </p>
      ) : null}
      {jobs && jobs.length > 0 ? (
        <ul className="grid">
          {jobs.map((job) => (
            <ExportRow key={job.id} job={job} zone={zone} />
          ))}
        </ul>
      ) : null}
      {list.hasNextPage ? (
        <Button
          size="small"
          className="justify-self-start"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {list.isFetchingNextPage ? t("Loading…") : t("Show earlier ones")}
        </Button>
      ) : null}
    </section>
  )
}
