import { compactCount, exactCount, percent, signedCount, signedExact } from "@/lib/figures"
import { m, t } from "@/lib/i18n"

/** What nobody knows: never a zero, and why on hover. */
export function Unknown({ why }: { why: string }) {
  return (
    <span title={why} className="text-muted">
      –<span className="sr-only"> ({why})</span>
    </span>
  )
}

type FigureProps = { value: number | null | undefined; why?: string }

const NOT_TOLD = m("TikTok has not told us yet.")

/** A count, rounded; exact on hover. */
export function Count({ value, why = t(NOT_TOLD) }: FigureProps) {
  if (value === null || value === undefined) return <Unknown why={why} />
  return (
    <span title={exactCount(value)}>{value < 0 ? signedCount(value) : compactCount(Math.round(value))}</span>
  )
}

/** A change with its sign; exact on hover. */
export function Change({ value, why = t(NOT_TOLD) }: FigureProps) {
  if (value === null || value === undefined) return <Unknown why={why} />
  return <span title={signedExact(value)}>{signedCount(value)}</span>
}

/** A share, in percent. */
export function Share({ value, why = t("There were no views.") }: FigureProps) {
  if (value === null || value === undefined) return <Unknown why={why} />
  return <span>{percent(value)}</span>
}
