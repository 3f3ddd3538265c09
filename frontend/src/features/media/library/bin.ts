import { useSyncExternalStore } from "react"

/** Files that were just deleted and can be had back: their ids, and what to say. */
export type Deleted = { ids: string[]; sentence: string }

let latest: Deleted | null = null
const listeners = new Set<() => void>()

/** Offer to take back what was just deleted, wherever the library is shown next; null takes the offer away. */
export function offerUndo(deleted: Deleted | null): void {
  latest = deleted
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useDeleted(): Deleted | null {
  return useSyncExternalStore(
    subscribe,
    () => latest,
    () => null,
  )
}
