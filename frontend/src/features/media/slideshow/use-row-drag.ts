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
    const to = [...event.currentTarget.children].findIndex((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return event.clientY >= top && event.clientY < bottom
    })
    if (to < 0 || to === from) return
    put(to)
    move(from, to)
  }
  const drop = () => put(null)
  const listeners = { onPointerMove, onPointerUp: drop, onPointerCancel: drop, onLostPointerCapture: drop }
  return { dragged, grab, listeners }
}
