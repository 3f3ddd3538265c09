import { useSyncExternalStore } from "react"

/** `tablet` of styles/globals.css. */
const WIDE = "(min-width: 720px)"

/**
 * Tell whether there is room for what is laid out side by side; null where nobody knows yet, as on the server: there both
 * layouts are drawn and the style sheet chooses.
 */
export function useIsWide(): boolean | null {
  return useSyncExternalStore(subscribe, read, () => null)
}

function subscribe(onChange: () => void) {
  const query = globalThis.matchMedia?.(WIDE)
  query?.addEventListener("change", onChange)
  return () => query?.removeEventListener("change", onChange)
}

function read(): boolean | null {
  return globalThis.matchMedia?.(WIDE).matches ?? null
}
