import { CircleAlert, CircleX, Info } from "lucide-react"
import type { Finding } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { m, t } from "@/lib/i18n"

const looks = {
  refused: { icon: CircleX, colour: "text-failed", word: m("Refused") },
  risky: { icon: CircleAlert, colour: "text-needs-you", word: m("Risky") },
  fine: { icon: Info, colour: "text-muted", word: m("Note") },
}

/** What there is to say about a file, a sentence each. */
export function Findings({ findings, className }: { findings: readonly Finding[]; className?: string }) {
  return (
    <ul className={cn("grid gap-1.5", className)}>
      {findings.map(({ code, severity, sentence }) => {
        const { icon: Icon, colour, word } = looks[severity]
        return (
          <li key={`${code} ${sentence}`} className="flex items-start gap-1.5">
            <Icon aria-label={t(word)} className={cn("mt-0.5 size-3.5 shrink-0", colour)} />
            <span className="min-w-0">{sentence}</span>
          </li>
        )
      })}
    </ul>
  )
}
