import { useCallback, useSyncExternalStore } from "react"
import { hearOfWalk, keepWalkText, readWalkText } from "@/lib/reviewer"
import { type ClueId, points } from "./points"

/** Where the walk is, and what was seen of it: for each clue, what was on the screen; `sentPost` is the post that was sent in it. */
export type Walk = {
  point: number
  startedAt: number
  seen: Partial<Record<ClueId, string>>
  sentPost?: string
}

export type Evidence = Partial<Record<ClueId, string>>

export function beginWalk(now: number): void {
  keep({ point: 0, startedAt: now, seen: {} })
}

/** Read a kept walk; what nobody can read is none. */
export function readWalk(text: string | null): Walk | null {
  try {
    const walk = JSON.parse(text ?? "null") as Walk | null
    const isSound = walk !== null && points[walk.point] !== undefined && typeof walk.seen === "object"
    return isSound ? walk : null
  } catch {
    return null
  }
}

/** Return the walk with what was seen of the point it is at; the same walk where nothing is new. */
export function noteSeen(walk: Walk, evidence: Evidence): Walk {
  const clues = points[walk.point]?.clues ?? []
  const fresh = clues.flatMap(({ id }) => {
    const told = evidence[id]
    return told && !walk.seen[id] ? [[id, told] as const] : []
  })
  return fresh.length > 0 ? { ...walk, seen: { ...walk.seen, ...Object.fromEntries(fresh) } } : walk
}

/** Return the walk one point on or back; it stays at its ends. */
export function step(walk: Walk, by: 1 | -1): Walk {
  const point = Math.min(Math.max(walk.point + by, 0), points.length - 1)
  return { ...walk, point }
}

export const isLast = (point: number) => point === points.length - 1

/** Tell whether all of a point was seen. */
export function isShown(walk: Walk, point: number): boolean {
  return points[point]?.clues.every(({ id }) => walk.seen[id]) ?? false
}

export function useWalk() {
  const text = useSyncExternalStore(hearOfWalk, readWalkText, () => null)
  const change = useCallback((to: (walk: Walk) => Walk) => {
    const walk = readWalk(readWalkText())
    const next = walk && to(walk)
    if (next && next !== walk) keep(next)
  }, [])
  return { walk: readWalk(text), change, leave }
}

const leave = () => keepWalkText(null)
const keep = (walk: Walk) => keepWalkText(JSON.stringify(walk))
