import { CircleAlert, CircleCheck, Info } from "lucide-react"
import type { ReactNode } from "react"
import { cn } from "@/lib/cn"

const looks = {
  info: { icon: Info, colour: "text-scheduled" },
  good: { icon: CircleCheck, colour: "text-published" },
  warning: { icon: CircleAlert, colour: "text-needs-you" },
  failed: { icon: CircleAlert, colour: "text-failed" },
}

type NoticeProps = { kind?: keyof typeof looks; children: ReactNode; action?: ReactNode; className?: string }

/** A sentence at the place it is about. Failures are read out at once, the rest when there is a pause. */
export function Notice({ kind = "info", children, action, className }: NoticeProps) {
  const { icon: Icon, colour } = looks[kind]
  return (
    <div
      role={kind === "failed" ? "alert" : "status"}
      className={cn("flex items-start gap-2 rounded-outer border border-line bg-raised px-3 py-2", className)}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", colour)} />
      <div className="grid min-w-0 flex-1 gap-1 text-14">{children}</div>
      {action}
    </div>
  )
}
