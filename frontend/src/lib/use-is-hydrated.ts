import { useSyncExternalStore } from "react"

/** Tell whether this is drawn in the browser for good: not on the server, and not where its page is being taken over. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  )
}

const nothing = () => () => {}
