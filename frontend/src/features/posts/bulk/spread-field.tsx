"use client"

import { Input } from "@/components/ui/field"
import { clockSentence } from "@/lib/clock-changes"
import { zoneCity } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"

export type Spread = { kind: "slots" | "every"; start: string; hours: number }

type SpreadFieldProps = { spread: Spread; zone: string; onChange: (spread: Spread) => void }

/** How drafts are spread over time. */
export function SpreadField({ spread, zone, onChange }: SpreadFieldProps) {
  const [day = "", clock = ""] = spread.start.split("T")
  const note = spread.kind === "every" ? clockSentence(spread.start, zone) : null
  const kinds = [
    { kind: "slots", label: t("Into the next free posting slots") },
    { kind: "every", label: t("At a steady pace") },
  ] as const
  return (
    <fieldset className="grid gap-1">
      <legend className="pb-1 font-strong text-13">{t("How")}</legend>
      {kinds.map(({ kind, label }) => (
        <label key={kind} className="flex min-h-7 items-center gap-2">
          <input
            type="radio"
            name="spread"
            className="size-4 accent-accent"
            checked={spread.kind === kind}
            onChange={() => onChange({ ...spread, kind })}
          />
          {label}
        </label>
      ))}
      {spread.kind === "every" ? (
        <div className="grid grid-cols-[auto_80px_auto] items-center gap-2 justify-self-start pt-1 text-13">
          {rich(t("One every <hours></hours> hours"), {
            hours: () => (
              <Input
                type="number"
                aria-label={t("Hours between posts")}
                min={1}
                max={720}
                value={spread.hours}
                onChange={(event) =>
                  onChange({ ...spread, hours: Math.max(1, Number(event.target.value) || 1) })
                }
              />
            ),
          })}
        </div>
      ) : null}
      <div className="grid grid-cols-2 gap-2 pt-1">
        <Input
          type="date"
          aria-label={t("From day")}
          value={day}
          onChange={(event) => onChange({ ...spread, start: `${event.target.value}T${clock}` })}
        />
        <Input
          type="time"
          aria-label={t("From time")}
          value={clock}
          onChange={(event) => onChange({ ...spread, start: `${day}T${event.target.value}` })}
        />
      </div>
      <p className="text-12 text-muted">{t("From this time on, {city} time", { city: zoneCity(zone) })}</p>
      {note ? <p className="text-13 text-needs-you">{note}</p> : null}
    </fieldset>
  )
}
