"use client"

import { Field, Input, Select } from "@/components/ui/field"
import type { SeriesRule } from "@/lib/api/types"
import { clockSentence } from "@/lib/clock-changes"
import { zoneWords } from "@/lib/dates"
import { m, t } from "@/lib/i18n"
import { SHORT_WEEKDAYS } from "../weekdays"

type RuleFieldsProps = {
  rule: SeriesRule
  errors: (field: string) => string | undefined
  onChange: (rule: SeriesRule) => void
}

const interval = {
  daily: m("Every so many days"),
  weekly: m("Every so many weeks"),
  monthly: m("Every so many months"),
} as const

/** When something comes again: how often, on which days, at what hour, until when. */
export function RuleFields({ rule, errors, onChange }: RuleFieldsProps) {
  const set = (part: Partial<SeriesRule>) => onChange({ ...rule, ...part })
  const note = clockSentence(`${rule.first_day}T${rule.local_time.slice(0, 5)}`, rule.time_zone ?? "UTC")
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-2 gap-2">
        <Field label={t("Comes again")}>
          {(wiring) => (
            <Select
              {...wiring}
              value={rule.frequency}
              onChange={(event) => set({ frequency: event.target.value as SeriesRule["frequency"] })}
            >
              <option value="daily">{t("Daily")}</option>
              <option value="weekly">{t("Weekly")}</option>
              <option value="monthly">{t("Monthly")}</option>
            </Select>
          )}
        </Field>
        <Field label={t(interval[rule.frequency])}>
          {(wiring) => (
            <Input
              {...wiring}
              type="number"
              min={1}
              max={52}
              value={rule.interval ?? 1}
              onChange={(event) => set({ interval: bounded(event.target.value, 52) })}
            />
          )}
        </Field>
      </div>
      {rule.frequency === "weekly" ? (
        <Weekdays
          chosen={rule.weekdays ?? []}
          error={errors("weekdays")}
          onChange={(weekdays) => set({ weekdays })}
        />
      ) : null}
      {rule.frequency === "monthly" ? (
        <Field label={t("Day of the month")} hint={t("In a month that is shorter, its last day.")}>
          {(wiring) => (
            <Input
              {...wiring}
              type="number"
              min={1}
              max={31}
              value={rule.month_day ?? 1}
              onChange={(event) => set({ month_day: bounded(event.target.value, 31) })}
            />
          )}
        </Field>
      ) : null}
      <div className="grid grid-cols-2 gap-2">
        <Field label={t("From")} error={errors("first_day")}>
          {(wiring) => (
            <Input
              {...wiring}
              type="date"
              value={rule.first_day}
              onChange={(event) => set({ first_day: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("At")}>
          {(wiring) => (
            <Input
              {...wiring}
              type="time"
              value={rule.local_time.slice(0, 5)}
              onChange={(event) => set({ local_time: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t("Until")} hint={t("Empty: until you stop it.")} error={errors("until")}>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            value={rule.until ?? ""}
            onChange={(event) => set({ until: event.target.value || null })}
          />
        )}
      </Field>
      <p className="text-12 text-muted">
        {t("{zone}. When the clocks change, the hour stays.", {
          zone: zoneWords(rule.time_zone ?? "UTC"),
        })}
      </p>
      {note ? <p className="text-13 text-needs-you">{note}</p> : null}
    </div>
  )
}

type WeekdaysProps = {
  chosen: readonly number[]
  error: string | undefined
  onChange: (days: number[]) => void
}

function Weekdays({ chosen, error, onChange }: WeekdaysProps) {
  return (
    <fieldset className="grid gap-1">
      <legend className="pb-1 font-strong text-13">{t("On")}</legend>
      <div className="flex flex-wrap gap-x-3">
        {SHORT_WEEKDAYS.map((name, day) => (
          <label key={t(name)} className="flex min-h-7 items-center gap-1.5 text-13">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={chosen.includes(day)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, day] : chosen.filter((one) => one !== day))
              }
            />
            {t(name)}
          </label>
        ))}
      </div>
      {error ? (
        <p role="alert" className="text-13 text-failed">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}

function bounded(text: string, most: number): number {
  return Math.min(most, Math.max(1, Math.floor(Number(text)) || 1))
}
