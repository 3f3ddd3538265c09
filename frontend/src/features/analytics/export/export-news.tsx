"use client"

import { useInfiniteQuery } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { say } from "@/components/ui/toaster"
import type { ExportJob } from "@/lib/api/types"
import { exportQueries, isBeingMade } from "../api/export-queries"

/** Says in a sentence when an export has ended that was asked for on this page, wherever on it the person is by then. */
export function ExportNews({ ids }: { ids: readonly string[] }) {
  const list = useInfiniteQuery(exportQueries.list()).data
  const told = useRef(new Set<string>())
  useEffect(() => {
    for (const job of list?.pages.flatMap(({ items }) => items) ?? []) {
      if (!ids.includes(job.id) || isBeingMade(job) || told.current.has(job.id)) continue
      told.current.add(job.id)
      if (job.status !== "cancelled") say(endWords(job))
    }
  }, [list, ids])
  return null
}

function endWords({ status, file_name, error }: ExportJob): string {
  if (status === "failed") return `${file_name} was not made. ${error ?? ""}`.trim()
  return `${file_name} is ready: it stands under Export.`
}
