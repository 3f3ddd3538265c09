import { useLayoutEffect, useRef, useState } from "react"

// biome-ignore lint/suspicious/noExplicitAny: functions of any arguments; they are only passed on.
type Deeds = Record<string, (...args: any[]) => unknown>

/**
 * Return the same functions for as long as the component is there; each does what the latest of its name does.
 *
 * For what hundreds of memoised children are given: a new function would draw them all again.
 */
export function useSteady<Given extends Deeds>(given: Given): Given {
  const latest = useRef(given)
  useLayoutEffect(() => {
    latest.current = given
  })
  const [steady] = useState(() => {
    const names = Object.keys(given)
    return Object.fromEntries(
      names.map((name) => [name, (...args) => latest.current[name]?.(...args)]),
    ) as Given
  })
  return steady
}
