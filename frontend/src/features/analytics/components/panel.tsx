import { type ReactNode, useId } from "react"
import { cn } from "@/lib/cn"

type PanelProps = {
  title: ReactNode
  /** A sentence on what is shown. */
  note?: ReactNode
  /** What is chosen here, at the right end of the title. */
  aside?: ReactNode
  /** What stands here is of another choice; the one asked for is on its way. */
  isOld?: boolean
  className?: string
  children: ReactNode
}

/** One part of a page of figures. */
export function Panel({ title, note, aside, isOld, className, children }: PanelProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      aria-busy={isOld || undefined}
      className={cn(
        "grid min-w-0 content-start gap-3 rounded-outer border border-line bg-raised p-4 transition-opacity",
        isOld && "opacity-60",
        className,
      )}
    >
      <header className="grid items-start gap-x-4 gap-y-2 tablet:grid-cols-[minmax(0,1fr)_auto]">
        <div className="grid min-w-0 gap-0.5">
          <h2 id={id} className="text-16">
            {title}
          </h2>
          {note ? <p className="text-13 text-muted">{note}</p> : null}
        </div>
        {aside}
      </header>
      {children}
    </section>
  )
}
