"use client"

import type { ReactNode } from "react"
import { useIsAwake } from "@/lib/use-came-with-page"

/**
 * A form that comes drawn with its page. It looks as it will, and takes nothing until the page's script is there: what is typed
 * before that would be lost.
 */
export function Waking({ children }: { children: ReactNode }) {
  const isAwake = useIsAwake()
  return (
    // `data-waking` keeps what is inside from looking disabled (styles/globals.css).
    <fieldset
      role="presentation"
      disabled={!isAwake}
      data-waking={isAwake ? undefined : ""}
      className="contents"
    >
      {children}
    </fieldset>
  )
}
