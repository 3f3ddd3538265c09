"use client"

import { type ReactNode, useSyncExternalStore } from "react"

const SHOWN_MS = 7_000

let sentences: readonly { id: number; text: ReactNode }[] = []
let lastId = 0
const listeners = new Set<() => void>()

/** Say in one sentence what just happened, for seven seconds or `shownMs`; returns how to take the sentence away. */
export function say(text: ReactNode, shownMs = SHOWN_MS): () => void {
  lastId += 1
  const id = lastId
  const close = () => change(sentences.filter((one) => one.id !== id))
  change([...sentences, { id, text }])
  setTimeout(close, shownMs)
  return close
}

function change(next: typeof sentences): void {
  sentences = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const NONE: typeof sentences = []

/** Where those sentences appear; stands once in the frame. */
export function Toaster() {
  const shown = useSyncExternalStore(
    subscribe,
    () => sentences,
    () => NONE,
  )
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-32 z-20 grid justify-items-center gap-2 px-4 tablet:bottom-14"
    >
      {shown.map((one) => (
        <div
          key={one.id}
          className="animate-appear rounded-outer border border-line bg-raised px-4 py-2 text-14 shadow-float"
        >
          {one.text}
        </div>
      ))}
    </div>
  )
}
