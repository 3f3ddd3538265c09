import { startTransition, useEffect, useState, useSyncExternalStore } from "react"

/** Tell whether this came drawn with its page from the server, and is being taken over. */
export function useCameWithPage(): boolean {
  const isTakenOver = useSyncExternalStore(
    never,
    () => false,
    () => true,
  )
  const [came] = useState(isTakenOver)
  return came
}

/**
 * Tell whether what only the browser knows may be drawn: not on the server, and not where its page is being taken over.
 *
 * What follows then is drawn in slices, so that a slow phone answers to taps meanwhile.
 */
export function useIsHydrated(): boolean {
  const [isHydrated, setHydrated] = useState(!useCameWithPage())
  useEffect(() => startTransition(() => setHydrated(true)), [])
  return isHydrated
}

const never = () => () => {}
