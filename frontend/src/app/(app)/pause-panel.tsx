"use client"

import { PauseGate } from "@/features/publishing/components/pause-gate"
import { useTimeZone } from "@/features/users/api/user-queries"

/** Tells the pauses in which zone the person reads times. */
export function PausePanel() {
  return <PauseGate zone={useTimeZone()} />
}
