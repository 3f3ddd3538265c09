import { useState } from "react"
import type { MediaAsset } from "@/lib/api/types"

export type Selection = {
  chosen: MediaAsset[]
  has: (id: string) => boolean
  /** Choose a file or let it go; with Shift, all from the last one that was chosen. */
  toggle: (id: string, isRange: boolean) => void
  all: () => void
  clear: () => void
}

/** Which of the files that are shown are chosen: what is not shown is never changed with them. */
export function useSelection(shown: readonly MediaAsset[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState<string | null>(null)
  const chosen = shown.filter(({ id }) => ids.has(id))

  function toggle(id: string, isRange: boolean) {
    const next = new Set(chosen.map((one) => one.id))
    const [from, to] = [anchor, id].map((one) => shown.findIndex((file) => file.id === one))
    if (isRange && from !== undefined && to !== undefined && from >= 0) {
      for (const file of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(file.id)
    } else if (!next.delete(id)) next.add(id)
    setIds(next)
    setAnchor(id)
  }

  return {
    chosen,
    has: (id) => ids.has(id),
    toggle,
    all: () => setIds(new Set(shown.map(({ id }) => id))),
    clear: () => setIds(new Set()),
  }
}
