import { useEffect, useState, useSyncExternalStore } from "react"

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

/** Tell whether this answers to a person: not on the server, and not until the page that came from there is taken over. */
export function useIsAwake(): boolean {
  const [isAwake, setAwake] = useState(!useCameWithPage())
  useEffect(() => setAwake(true), [])
  return isAwake
}

const never = () => () => {}
