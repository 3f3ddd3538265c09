import type { Source } from "./read-file"

const KEY = "carillon.import"

/** Return the file that was being worked on in this tab, before a reload or a sign-in. */
export function readKept(): Source | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null")
    return isSource(kept) ? kept : null
  } catch {
    return null
  }
}

/** Keep the file for this tab; a browser that has no room for it keeps nothing, and nothing else depends on it. */
export function keep(source: Source | null): void {
  try {
    if (source) sessionStorage.setItem(KEY, JSON.stringify(source))
    else sessionStorage.removeItem(KEY)
  } catch {
    // There is no room for it.
  }
}

function isSource(kept: unknown): kept is Source {
  return typeof kept === "object" && kept !== null && "text" in kept && typeof kept.text === "string"
}
