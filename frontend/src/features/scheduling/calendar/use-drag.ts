import { type PointerEvent, useRef, useState } from "react"

const THRESHOLD_PX = 6

export type Dragging<Item> = { item: Item; x: number; y: number; overDay: string | null }

/**
 * Dragging by pointer events, onto elements with `data-day`. A press that does not move stays a click; Escape and a
 * pointer that is taken away leave everything as it was. Fingers scroll; they have "Move to…".
 */
export function useDrag<Item>(onDrop: (item: Item, day: string) => void) {
  const [dragging, setDragging] = useState<Dragging<Item> | null>(null)
  const press = useRef<{ item: Item; x: number; y: number; isDrag: boolean } | null>(null)
  const justDropped = useRef(false)

  function end() {
    press.current = null
    setDragging(null)
    window.removeEventListener("keydown", onEscape)
  }
  const onEscape = useRef((event: KeyboardEvent) => {
    if (event.key !== "Escape") return
    press.current = null
    setDragging(null)
  }).current

  function handlers(item: Item, can: boolean) {
    return {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        justDropped.current = false
        if (!can || event.button !== 0 || event.pointerType === "touch") return
        press.current = { item, x: event.clientX, y: event.clientY, isDrag: false }
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const pressed = press.current
        if (!pressed) return
        if (!pressed.isDrag) {
          if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < THRESHOLD_PX) return
          pressed.isDrag = true
          event.currentTarget.setPointerCapture(event.pointerId)
          window.addEventListener("keydown", onEscape)
        }
        setDragging({
          item,
          x: event.clientX,
          y: event.clientY,
          overDay: dayAt(event.clientX, event.clientY),
        })
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const pressed = press.current
        const day = pressed?.isDrag ? dayAt(event.clientX, event.clientY) : null
        justDropped.current = Boolean(pressed?.isDrag)
        end()
        if (day) onDrop(item, day)
      },
      onPointerCancel: end,
      onClickCapture: (event: { preventDefault: () => void; stopPropagation: () => void }) => {
        if (!justDropped.current) return
        justDropped.current = false
        event.preventDefault()
        event.stopPropagation()
      },
      // The browser's own dragging of links would take the pointer away.
      onDragStart: (event: { preventDefault: () => void }) => event.preventDefault(),
    }
  }
  return { dragging, handlers }
}

function dayAt(x: number, y: number): string | null {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-day]")
  return cell?.dataset.day ?? null
}
