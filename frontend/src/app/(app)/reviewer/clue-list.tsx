import { Circle, CircleCheck } from "lucide-react"
import { cn } from "@/lib/cn"
import { t } from "@/lib/i18n"
import type { Point } from "./points"
import type { Walk } from "./walk"

/** What the reviewer must see of a point; marked with what was on the screen. */
export function ClueList({ point, seen }: { point: Point; seen: Walk["seen"] }) {
  return (
    <ul
      aria-label={t("What the reviewer must see")}
      className="flex flex-wrap gap-x-5 gap-y-0.5 text-12 tablet:text-13"
    >
      {point.clues.map(({ id, words }) => {
        const proof = seen[id]
        const Icon = proof ? CircleCheck : Circle
        return (
          <li key={id} title={proof} className={cn("flex items-start gap-1.5", !proof && "text-muted")}>
            <Icon
              aria-hidden
              className={cn("mt-0.5 size-4 shrink-0", proof ? "text-published" : "text-muted")}
            />
            <span>
              {t(words)}
              <span className="sr-only">{proof ? t(": seen, {proof}", { proof }) : t(": not seen yet")}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
