import { useEffect, useState } from "react"

type Marks = typeof import("../caption-marks")

/** What reads hashtags and handles, fetched with the first sign of one; null before. */
export function useMarks(caption: string): Marks | null {
  const [marks, setMarks] = useState<Marks | null>(null)
  const isWanted = /[#@]/.test(caption)
  useEffect(() => {
    let isGone = false
    if (isWanted) {
      // Where it cannot be fetched, the caption is written without it.
      import("../caption-marks").then(
        (module) => isGone || setMarks(module),
        () => undefined,
      )
    }
    return () => {
      isGone = true
    }
  }, [isWanted])
  return marks
}
