import { type PointerEvent, useState } from "react"
import { useSteady } from "@/lib/use-steady"
import { createDragStore, type DragStore } from "./drag-store"

const THRESHOLD_PX = 6

type Press<Item> = { item: Item; x: number; y: number; isDrag: boolean }

/**
 * Dragging by pointer events, onto elements with `data-day`. A press that does not move stays a click; Escape and a
 * pointer that is taken away leave everything as it was. Fingers scroll; they have "Move to…".
 */
export function useDrag<Item>(onDrop: (item: Item, day: string) => void) {
  const steady = useSteady({ onDrop })
  const [drag] = useState(() => {
    const store = createDragStore<Item>()
    return { store, handlers: handlersOf(store, steady.onDrop) }
  })
  return drag
}

function handlersOf<Item>(store: DragStore<Item>, onDrop: (item: Item, day: string) => void) {
  let press: Press<Item> | null = null
  let justDropped = false

  function end() {
    press = null
    store.set(null)
    window.removeEventListener("keydown", onEscape)
  }
  function onEscape(event: KeyboardEvent) {
    if (event.key === "Escape") end()
  }
  /** Tell whether the press has become a drag. */
  function isDrag(pressed: Press<Item>, event: PointerEvent<HTMLElement>): boolean {
    if (pressed.isDrag) return true
    if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < THRESHOLD_PX) return false
    pressed.isDrag = true
    event.currentTarget.setPointerCapture(event.pointerId)
    window.addEventListener("keydown", onEscape)
    return true
  }

  return (item: Item, can: boolean) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      justDropped = false
      if (!can || event.button !== 0 || event.pointerType === "touch") return
      press = { item, x: event.clientX, y: event.clientY, isDrag: false }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!press || !isDrag(press, event)) return
      const { clientX: x, clientY: y } = event
      store.set({ item: press.item, at: { x, y }, overDay: dayAt(x, y) })
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const day = press?.isDrag ? dayAt(event.clientX, event.clientY) : null
      justDropped = Boolean(press?.isDrag)
      end()
      if (day) onDrop(item, day)
    },
    onPointerCancel: end,
    onClickCapture: (event: { preventDefault: () => void; stopPropagation: () => void }) => {
      if (!justDropped) return
      justDropped = false
      event.preventDefault()
      event.stopPropagation()
    },
    // The browser's own dragging of links would take the pointer away.
    onDragStart: (event: { preventDefault: () => void }) => event.preventDefault(),
  })
}

function dayAt(x: number, y: number): string | null {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-day]")
  return cell?.dataset.day ?? null
}
