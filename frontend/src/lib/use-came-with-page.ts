import { useState, useSyncExternalStore } from "react"

/** Tell whether the page's script has taken this over; on the server, and until then, it has not. */
export function useIsTakenOver(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

/** Tell whether this came drawn with its page from the server, and is being taken over. */
export function useCameWithPage(): boolean {
  const isTakenOver = useIsTakenOver()
  const [came] = useState(!isTakenOver)
  return came
}

const never = () => () => {}
