import type { ReactNode } from "react"

type EmptyProps = { drawing: ReactNode; sentence: ReactNode; action?: ReactNode }

/** What a list shows when it has nothing: one drawing, one sentence, one action. */
export function Empty({ drawing, sentence, action }: EmptyProps) {
  return (
    <div className="grid justify-items-center gap-3 px-4 py-12 text-center">
      {drawing}
      <p className="max-w-[44ch] text-muted">{sentence}</p>
      {action}
    </div>
  )
}
