import type { ReactNode } from "react"
import { cn } from "@/lib/cn"

/** What a chart tells at one place: a name, some figures, and what is odd about them. */
export type ReadingOf = {
  key: string
  title: string
  rows: readonly { name: string; value: string; mark?: ReactNode }[]
  notes?: readonly string[]
}

/** Say a reading in one line. */
export function readOut(reading: ReadingOf | undefined): string {
  if (!reading) return ""
  const figures = reading.rows.map(({ name, value }) => `${name} ${value}`)
  return [`${reading.title}: ${figures.join(", ")}`, ...(reading.notes ?? [])].join(". ")
}

type ReadingBoxProps = { reading: ReadingOf | undefined; at: number; within: number }

/** The reading beside where it is looked at. It floats: nothing moves for it. */
export function ReadingBox({ reading, at, within }: ReadingBoxProps) {
  if (!reading) return null
  const side = at < within / 2 ? { left: at + 12 } : { right: within - at + 12 }
  return (
    <div
      aria-hidden
      style={side}
      className="pointer-events-none absolute top-1 z-[5] grid max-w-64 gap-0.5 rounded-inner border border-line bg-raised px-2 py-1.5 text-12 shadow-float"
    >
      <p className="whitespace-nowrap text-muted">{reading.title}</p>
      {reading.rows.map(({ name, value, mark }) => (
        <p key={name} className="flex items-center gap-2 whitespace-nowrap">
          {mark}
          <span className="min-w-0 truncate">{name}</span>
          <span className={cn("tabular ml-auto pl-2 font-strong", value === "–" && "text-muted")}>
            {value}
          </span>
        </p>
      ))}
      {reading.notes?.map((note) => (
        <p key={note} className="text-muted">
          {note}
        </p>
      ))}
    </div>
  )
}
