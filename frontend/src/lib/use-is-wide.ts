import { useContext, useSyncExternalStore } from "react"
import { DrawnContext } from "./drawn"

/** `tablet` of styles/globals.css. */
const WIDE = "(min-width: 720px)"

/**
 * Tell whether there is room for what is laid out side by side; null where nobody knows yet, as on the server: there both
 * layouts are drawn and the style sheet chooses, unless a phone asks.
 */
export function useIsWide(): boolean | null {
  const { onPhone } = useContext(DrawnContext)
  return useSyncExternalStore(subscribe, read, () => (onPhone ? false : null))
}

function subscribe(onChange: () => void) {
  const query = globalThis.matchMedia?.(WIDE)
  query?.addEventListener("change", onChange)
  return () => query?.removeEventListener("change", onChange)
}

function read(): boolean | null {
  return globalThis.matchMedia?.(WIDE).matches ?? null
}
