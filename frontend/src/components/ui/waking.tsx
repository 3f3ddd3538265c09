"use client"

import {
  Activity,
  createContext,
  type ReactNode,
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
  /** Called when all of it is taken over, just before it takes what is typed. */
  onAwake: () => void
  children: ReactNode
}

/**
 * A form that comes drawn with its page. It looks as it will, and takes nothing until the page's script has taken all of it over:
 * what is typed before that would be lost.
 */
export function Waking({ parts, onAwake, children }: WakingProps) {
  const cameWithPage = useCameWithPage()
  const [missing, setMissing] = useState(cameWithPage ? parts : 0)
  const [isAwake, setAwake] = useState(!cameWithPage)
  const [arrive] = useState(() => () => setMissing((count) => Math.max(0, count - 1)))
  const wake = useEffectEvent(onAwake)
  useEffect(() => {
    if (missing > 0) return
    wake()
    setAwake(true)
  }, [missing])
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

/**
 * Part of such a form, taken over by itself, so that a slow phone is never busy for long. It is an `Activity` and no `Suspense`: what
 * stands in a `Suspense` the server sends hidden behind the page, to be moved into its place up to 300 ms later; and where the
 * form changes before that, React draws it anew, and for a while it is there twice.
 */
export function WakingPart({ children }: { children: ReactNode }) {
  return (
    <Activity>
      {children}
      <Arrived />
    </Activity>
  )
}

function Arrived() {
  const arrive = useContext(Arrival)
  useEffect(() => arrive(), [arrive])
  return null
}
