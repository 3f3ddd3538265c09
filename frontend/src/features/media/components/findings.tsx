import { CircleAlert, CircleX, Info } from "lucide-react"
import type { Finding } from "@/lib/api/types"
import { cn } from "@/lib/cn"

const looks = {
  refused: { icon: CircleX, colour: "text-failed", word: "Refused" },
  risky: { icon: CircleAlert, colour: "text-needs-you", word: "Risky" },
  fine: { icon: Info, colour: "text-muted", word: "Note" },
}

/** What there is to say about a file, a sentence each. */
export function Findings({ findings, className }: { findings: readonly Finding[]; className?: string }) {
  return (
    <ul className={cn("grid gap-1.5", className)}>
      {findings.map(({ code, severity, sentence }) => {
        const { icon: Icon, colour, word } = looks[severity]
        return (
          <li key={`${code} ${sentence}`} className="flex items-start gap-1.5">
            <Icon aria-label={word} className={cn("mt-0.5 size-3.5 shrink-0", colour)} />
            <span className="min-w-0">{sentence}</span>
          </li>
        )
      })}
    </ul>
  )
}
