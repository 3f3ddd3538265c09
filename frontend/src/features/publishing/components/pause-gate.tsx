"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { pauseQueries } from "../api/pause-queries"

const PauseBar = dynamic(() => import("./pause-bar").then((module) => module.PauseBar), { ssr: false })

/** Shows on every page that something is paused, as long as something is. */
export function PauseGate({ zone }: { zone: string }) {
  const pauses = useQuery(pauseQueries.list()).data
  if (!pauses) return null
  const any = pauses.quarantine || pauses.everything || pauses.workspace || pauses.accounts.length > 0
  return any ? <PauseBar pauses={pauses} zone={zone} /> : null
}
