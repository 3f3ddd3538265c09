/**
 * The walk through the five points of TikTok's audit, for who records the demo video. It is kept in the tab, so that it survives
 * navigation and a reload and nobody else's tab shows it.
 */
const KEY = "carillon.audit-walk"
const listeners = new Set<() => void>()

export function readWalkText(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** Keep the walk; null ends it. */
export function keepWalkText(text: string | null): void {
  if (text === null) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, text)
  for (const listener of listeners) listener()
}

export function hearOfWalk(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
