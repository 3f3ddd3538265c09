"use client"

import {
  createContext,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
} from "react"
import { useCameWithPage } from "@/lib/use-came-with-page"

const Arrival = createContext(() => {})

type WakingProps = {
  /** How many `WakingPart`s there are inside. */
  parts: number
  /** Called once it takes what is typed. */
  onAwake: () => void
  children: ReactNode
}

/**
 * A form that comes drawn with its page. It looks as it will, and takes nothing until the page's script has taken all of it over:
 * what is typed before that would be lost.
 */
export function Waking({ parts, onAwake, children }: WakingProps) {
  const [missing, setMissing] = useState(useCameWithPage() ? parts : 0)
  const [arrive] = useState(() => () => setMissing((count) => count - 1))
  const isAwake = missing <= 0
  const wake = useEffectEvent(onAwake)
  useEffect(() => {
    if (isAwake) wake()
  }, [isAwake])
  return (
    // `data-waking` keeps what is inside from looking disabled (styles/globals.css).
    <fieldset
      role="presentation"
      disabled={!isAwake}
      data-waking={isAwake ? undefined : ""}
      className="contents"
    >
      <Arrival value={arrive}>{children}</Arrival>
    </fieldset>
  )
}

/** Part of such a form, taken over by itself, so that a slow phone is never busy for long. */
export function WakingPart({ children }: { children: ReactNode }) {
  return (
    <Suspense>
      {children}
      <Arrived />
    </Suspense>
  )
}

function Arrived() {
  const arrive = useContext(Arrival)
  useEffect(() => arrive(), [arrive])
  return null
}
