import { CircleAlert, CircleCheck, CircleDashed, CircleX, Clock, LoaderCircle, Pause } from "lucide-react"
import { cn } from "@/lib/cn"
import { t } from "@/lib/i18n"
import type { StatusWords, Tone } from "@/lib/status"

const icons = {
  quiet: CircleDashed,
  scheduled: Clock,
  working: LoaderCircle,
  published: CircleCheck,
  held: Pause,
  "needs-you": CircleAlert,
  failed: CircleX,
} satisfies Record<Tone, typeof Clock>

const colours: Record<Tone, string> = {
  quiet: "text-muted",
  scheduled: "text-scheduled",
  working: "text-bronze",
  published: "text-published",
  held: "text-held",
  "needs-you": "text-needs-you",
  failed: "text-failed",
}

type StatusProps = {
  of: StatusWords
  className?: string
  /** Where there is no room for it, the word is there for screen readers and on hover only. */
  hidesWord?: boolean
}

/** A state as colour, icon and word; a change to published strikes once. */
export function Status({ of, className, hidesWord = false }: StatusProps) {
  const Icon = icons[of.tone]
  const [word, hint] = [t(of.word), t(of.hint)]
  return (
    <span
      key={word}
      title={hidesWord ? `${word}. ${hint}` : hint}
      className={cn(
        "inline-flex items-center gap-1.5 whitespace-nowrap align-middle font-strong",
        colours[of.tone],
        of.tone === "published" && "animate-strike",
        className,
      )}
    >
      <Icon aria-hidden className={cn("size-4 shrink-0", of.tone === "working" && "animate-spin")} />
      {hidesWord ? <span className="sr-only">{word}</span> : word}
    </span>
  )
}
