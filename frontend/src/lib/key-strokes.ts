const PAUSE_MS = 1_000
const TYPED_INTO = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select"

/** Whether a key that is pressed there is part of what somebody writes. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.matches(TYPED_INTO) || target.isContentEditable
}

/**
 * Listen for keys, pressed alone ("c") or one after the other within a second ("g p").
 *
 * Nothing is heard while somebody writes, or has to answer a dialog.
 */
export function listenFor(strokes: Record<string, () => void>, now = () => performance.now()) {
  let before = ""
  let at = Number.NEGATIVE_INFINITY
  return (event: KeyboardEvent): void => {
    const isOurs = !(
      event.defaultPrevented ||
      event.isComposing ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
    if (!isOurs || isWriting(event.target) || document.querySelector("dialog[open]")) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const act = (now() - at < PAUSE_MS ? strokes[`${before} ${key}`] : undefined) ?? strokes[key]
    before = act ? "" : key
    at = now()
    if (!act) return
    event.preventDefault()
    act()
  }
}
