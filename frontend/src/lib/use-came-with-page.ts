import { useState, useSyncExternalStore } from "react"

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

const never = () => () => {}
