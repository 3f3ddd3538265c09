"use client"

import { useInfiniteQuery } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { say } from "@/components/ui/toaster"
import type { ExportJob } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { exportQueries, isBeingMade } from "../api/export-queries"

/** Says in a sentence when an export has ended that was asked for on this page; quiet while the list itself is open. */
export function ExportNews({ ids, isQuiet }: { ids: readonly string[]; isQuiet: boolean }) {
  const list = useInfiniteQuery(exportQueries.list()).data
  const told = useRef(new Set<string>())
  useEffect(() => {
    for (const job of list?.pages.flatMap(({ items }) => items) ?? []) {
      if (!ids.includes(job.id) || isBeingMade(job) || told.current.has(job.id)) continue
      told.current.add(job.id)
      if (job.status !== "cancelled" && !isQuiet) say(endWords(job))
    }
  }, [list, ids, isQuiet])
  return null
}

function endWords({ status, file_name, error }: ExportJob): string {
  if (status === "failed") return `${t("{file_name} was not made.", { file_name })} ${error ?? ""}`.trim()
  return t("{file_name} is ready: it stands under Export.", { file_name })
}
