import { useContext, useSyncExternalStore } from "react"
import { dayKey } from "./dates"
import { DrawnContext } from "./drawn"

/**
 * Return today in a zone, as "2026-11-24", and the next day once that begins.
 *
 * A page that comes drawn is taken over with the day it was drawn on: midnight may lie between the two, and clocks differ.
 */
export function useToday(zone: string): string {
  const { at } = useContext(DrawnContext)
  return useSyncExternalStore(
    everyMinute,
    () => dayKey(Date.now(), zone),
    () => dayKey(at, zone),
  )
}

function everyMinute(onChange: () => void): () => void {
  const timer = setInterval(onChange, 60_000)
  return () => clearInterval(timer)
}
