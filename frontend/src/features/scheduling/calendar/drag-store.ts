import { useSyncExternalStore } from "react"

export type Place = { x: number; y: number }
export type Dragging<Item> = { item: Item; at: Place; overDay: string | null }

/**
 * What is being dragged, and over which day. It stands outside of React's state: a pointer moves a hundred times a second,
 * and only the day it enters, the day it leaves and what hangs at the pointer have to be drawn again.
 */
export function createDragStore<Item>() {
  let dragging: Dragging<Item> | null = null
  const listeners = new Set<() => void>()
  return {
    read: () => dragging,
    set: (next: Dragging<Item> | null) => {
      dragging = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

export type DragStore<Item> = ReturnType<typeof createDragStore<Item>>

const nothing = () => null

/** Read one thing of the dragging; who reads it is drawn again only when that changes. */
export function useDragging<Item, Value extends string | boolean | null | Item>(
  store: DragStore<Item>,
  pick: (dragging: Dragging<Item>) => Value,
): Value | null {
  return useSyncExternalStore(
    store.subscribe,
    () => {
      const dragging = store.read()
      return dragging && pick(dragging)
    },
    nothing,
  )
}
