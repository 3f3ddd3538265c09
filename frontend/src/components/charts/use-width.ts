import { type RefObject, useLayoutEffect, useRef, useState } from "react"

/** Where nothing can be measured, as in tests. */
const USUAL = 640

/** Return how wide an element is on the screen, and again whenever that changes; null until it is known. */
export function useWidth<Element extends HTMLElement>(): [RefObject<Element | null>, number | null] {
  const element = useRef<Element>(null)
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return
    const tell = () => setWidth(Math.round(measured.clientWidth) || USUAL)
    tell()
    if (typeof ResizeObserver === "undefined") return
    const observer = new ResizeObserver(tell)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [])
  return [element, width]
}
