import type { ReactNode } from "react"

type PageHeadProps = { title: ReactNode; state?: ReactNode; action?: ReactNode }

/** A page's title, one sentence of state, and its one primary action. */
export function PageHead({ title, state, action }: PageHeadProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 pb-6">
      {/* Of a width that does not hang on its words: what they say comes later, and must not push the buttons elsewhere. */}
      <div className="grid min-w-0 flex-[1_1_14rem] gap-1">
        <h1 className="text-20">{title}</h1>
        {/* It may name a time, which the server and the browser may write a little differently. */}
        <p suppressHydrationWarning className="min-h-5 text-14 text-muted">
          {state}
        </p>
      </div>
      {action}
    </header>
  )
}
