import type { ReactNode } from "react"
import { Skeleton } from "@/components/ui/skeleton"
import { cn } from "@/lib/cn"

export type KeyFigure = { name: string; hint?: string; value: ReactNode; below: ReactNode }

const strip =
  "grid grid-cols-2 gap-px overflow-hidden rounded-outer border border-line bg-line *:bg-raised max-tablet:*:last:odd:col-span-2 tablet:grid-cols-5"

/** The figures that a page begins with. */
export function KeyFigures({
  label,
  figures,
  isOld,
}: {
  label: string
  figures: readonly KeyFigure[]
  isOld: boolean
}) {
  return (
    <dl
      aria-label={label}
      aria-busy={isOld || undefined}
      className={cn(strip, "transition-opacity", isOld && "opacity-60")}
    >
      {figures.map(({ name, hint, value, below }) => (
        <div key={name} className="grid content-start gap-0.5 p-3 wide:p-4">
          <dt title={hint} className="text-12 text-muted">
            {name}
          </dt>
          <dd className="tabular font-strong text-28">{value}</dd>
          {below ? <dd className="text-12 text-muted">{below}</dd> : null}
        </div>
      ))}
    </dl>
  )
}

export function KeyFiguresSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className={strip}>
      {["a", "b", "c", "d", "e"].map((one) => (
        <div key={one} className="grid content-start gap-0.5 p-3 wide:p-4">
          <Skeleton className="my-0.5 h-4 w-20" />
          <Skeleton className="my-1 h-7 w-24" />
          <Skeleton className="my-0.5 h-8 w-32" />
        </div>
      ))}
    </div>
  )
}
