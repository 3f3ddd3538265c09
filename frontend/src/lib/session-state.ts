import { useSyncExternalStore } from "react"

/** Whether this page's session has ended: the sign-in dialog opens over whatever the person was doing. */
let ended = false
const listeners = new Set<() => void>()

/** Say that the API no longer knows this session, or that it does again. */
export function setSessionEnded(next: boolean): void {
  if (ended === next) return
  ended = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => ended,
    () => false,
  )
}
