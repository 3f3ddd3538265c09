import { type RefObject, startTransition, useEffect, useRef, useState } from "react"

/** How far below what is seen something counts as near: about a turn of the wheel. */
const MARGIN = "240px"

/** Tell whether an element has come near to what is seen; once it has, it stays so. */
export function useNear<Element extends HTMLElement>(): [RefObject<Element | null>, boolean] {
  const element = useRef<Element>(null)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const watched = element.current
    if (isNear || !watched) return
    if (typeof IntersectionObserver === "undefined") {
      setNear(true)
      return
    }
    const observer = new IntersectionObserver(
      (entries) => {
        // In slices: what comes may be much, and nobody waits for it yet.
        if (entries.some(({ isIntersecting }) => isIntersecting)) startTransition(() => setNear(true))
      },
      { rootMargin: MARGIN },
    )
    observer.observe(watched)
    return () => observer.disconnect()
  }, [isNear])
  return [element, isNear]
}
