import { type PointerEvent, useRef, useState } from "react"

/**
 * Rows of a list that are dragged to their places by a handle, with a mouse, a pen or a finger.
 *
 * The list holds the pointer and not the handle, which is taken out of the page and put back when its row moves.
 *
 * @param move called with the row's place and the place it is over now
 */
export function useRowDrag(move: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null)
  const place = useRef<number | null>(null)

  function put(next: number | null): void {
    place.current = next
    setDragged(next)
  }
  function grab(event: PointerEvent, index: number): void {
    if (event.button !== 0) return
    event.preventDefault() // nothing is marked on the way
    event.currentTarget.closest("ol")?.setPointerCapture(event.pointerId)
    put(index)
  }
  function onPointerMove(event: PointerEvent<HTMLOListElement>): void {
    const from = place.current
    if (from === null) return
    const to = placeUnder(event.clientY, [...event.currentTarget.children], from)
    if (to === from) return
    put(to)
    move(from, to)
  }
  const drop = () => put(null)
  const listeners = { onPointerMove, onPointerUp: drop, onPointerCancel: drop, onLostPointerCapture: drop }
  return { dragged, grab, listeners }
}

/** Return where the row at `from` belongs while it is held at this height: past a taller one only when it would stay there. */
function placeUnder(y: number, rows: readonly Element[], from: number): number {
  const boxes = rows.map((row) => row.getBoundingClientRect())
  const to = boxes.findIndex(({ top, bottom }) => y >= top && y < bottom)
  const [own, other] = [boxes[from], boxes[to]]
  if (!own || !other) return from
  const fits = to > from ? y >= other.bottom - own.height : y < other.top + own.height
  return fits ? to : from
}
