import { Input } from "@/components/ui/field"
import { t } from "@/lib/i18n"

const SECOND = 1_000

type SecondsInputProps = {
  /** What these seconds are of; there is no room for a label that shows. */
  label: string
  milliseconds: number
  min: number
  max?: number | undefined
  step: number
  onChange: (milliseconds: number) => void
}

/** A number of seconds, narrow, for a line with other things on it; NaN while nothing is written there. */
export function SecondsInput({ label, milliseconds, min, max, step, onChange }: SecondsInputProps) {
  return (
    <span className="flex shrink-0 items-center gap-1 text-13">
      <span className="block w-16">
        <Input
          type="number"
          inputMode="decimal"
          min={min}
          max={max}
          step={step}
          aria-label={label}
          className="text-right"
          value={Number.isFinite(milliseconds) ? milliseconds / SECOND : ""}
          onChange={(event) => onChange(Math.round(event.target.valueAsNumber * SECOND))}
        />
      </span>
      {t("s")}
    </span>
  )
}
