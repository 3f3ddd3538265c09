"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { healthQueries } from "../api/health-queries"
import { pauseQueries } from "../api/pause-queries"

const PauseBar = dynamic(() => import("./pause-bar").then((module) => module.PauseBar), { ssr: false })

/** Shows on every page that posts do not go out, be it a pause, a restore or a missing worker, as long as it is so. */
export function PauseGate({ zone }: { zone: string }) {
  const pauses = useQuery(pauseQueries.list()).data
  const health = useQuery(healthQueries.now()).data
  if (!pauses) return null
  const paused = pauses.quarantine || pauses.everything || pauses.workspace || pauses.accounts.length > 0
  const silent = health && !health.sweeper.alive
  return paused || silent ? <PauseBar pauses={pauses} health={health} zone={zone} /> : null
}
