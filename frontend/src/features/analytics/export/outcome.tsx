"use client"

import { useInfiniteQuery } from "@tanstack/react-query"
import { Notice } from "@/components/ui/notice"
import type { ExportJob } from "@/lib/api/types"
import { fileSize } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { exportQueries, isBeingMade, type Taken } from "../api/export-queries"

/** What came of taking something along: a file that is there, or one that is being made. */
export function Outcome({ taken }: { taken: Taken }) {
  if ("job" in taken) return <Meanwhile asked={taken.job} />
  return (
    <Notice kind="good">
      <span className="break-words">
        {t("{name}, {bytes}, is among your downloads.", {
          name: taken.file.name,
          bytes: fileSize(taken.file.bytes),
        })}
      </span>
    </Notice>
  )
}

/** It says so while it is being made; how it ended the list says. */
function Meanwhile({ asked }: { asked: ExportJob }) {
  const jobs = useInfiniteQuery(exportQueries.list()).data?.pages.flatMap(({ items }) => items)
  const job = jobs?.find(({ id }) => id === asked.id) ?? asked
  if (!isBeingMade(job)) return null
  return (
    <Notice>{t("It has many rows, so it is being made meanwhile. You can close this: it goes on.")}</Notice>
  )
}
