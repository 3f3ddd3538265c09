import type { ReactNode } from "react"
import { cn } from "@/lib/cn"
import type { SeriesLook } from "./series-look"

/** What the marks of a chart mean. */
export function Legend({ children }: { children: ReactNode }) {
  return <ul className="flex min-h-5 flex-wrap gap-x-4 gap-y-1 text-12 text-muted">{children}</ul>
}

export function LegendItem({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      {mark}
      {children}
    </li>
  )
}

/** A short piece of a series' line. */
export function LineMark({ stroke, dash }: SeriesLook) {
  return (
    <svg aria-hidden="true" width="20" height="8" className={cn("shrink-0", stroke)}>
      <path d="M0 4H20" strokeWidth="2" strokeDasharray={dash || undefined} />
    </svg>
  )
}

const fills = {
  gained: "fill-series-1",
  lost: "fill-series-2",
  band: "fill-series-1 opacity-20",
  gap: "fill-tint stroke-line",
}

/** A small square of what fills a bar, a band or a gap. */
export function FillMark({ kind }: { kind: keyof typeof fills }) {
  return (
    <svg aria-hidden="true" width="12" height="12" className="shrink-0">
      <rect x="0.5" y="0.5" width="11" height="11" className={fills[kind]} />
    </svg>
  )
}

export function HatchMark() {
  return (
    <svg aria-hidden="true" width="12" height="12" className="shrink-0 fill-none stroke-muted">
      <rect x="0.5" y="0.5" width="11" height="11" />
      <path d="M0 6L6 0M0 12L12 0M6 12L12 6" />
    </svg>
  )
}

export function HeldOutMark() {
  return (
    <svg aria-hidden="true" width="12" height="12" className="shrink-0 fill-needs-you">
      <path d="M6 1l5 5l-5 5l-5-5z" />
    </svg>
  )
}
