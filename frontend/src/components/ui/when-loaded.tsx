"use client"

import { type ComponentType, Suspense } from "react"
import { useCameWithPage } from "@/lib/use-came-with-page"

/**
 * A part that is loaded when it is first needed, with something in its place until it is there: without that, the click that
 * needs it would do nothing one can see. Where it comes drawn with its page it stands in no `Suspense`, for the reason at `WakingPart`.
 */
export function whenLoaded<Props extends object>(
  Part: ComponentType<Props>,
  Instead?: ComponentType<Props>,
): ComponentType<Props> {
  return function WhenLoaded(props: Props) {
    if (useCameWithPage()) return <Part {...props} />
    return (
      <Suspense fallback={Instead ? <Instead {...props} /> : null}>
        <Part {...props} />
      </Suspense>
    )
  }
}
