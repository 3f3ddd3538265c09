import { type RefObject, startTransition, useLayoutEffect, useRef, useState } from "react"
import { useCameWithPage } from "@/lib/use-came-with-page"

/** Where nothing can be measured, as in tests. */
const USUAL = 640

/** Return how wide an element is on the screen, and again whenever that changes; null until it is known. */
export function useWidth<Element extends HTMLElement>(): [RefObject<Element | null>, number | null] {
  const element = useRef<Element>(null)
  const [width, setWidth] = useState<number | null>(null)
  // In slices: a page that has just come would answer to nobody while it drew its charts all at once.
  const isInSlices = useCameWithPage()
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return
    const measure = () => setWidth(Math.round(measured.clientWidth) || USUAL)
    const tell = isInSlices ? () => startTransition(measure) : measure
    tell()
    if (typeof ResizeObserver === "undefined") return
    const observer = new ResizeObserver(tell)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [isInSlices])
  return [element, width]
}
