import { Field, Select } from "@/components/ui/field"
import type { ReportScheduleInput } from "@/lib/api/types"
import { zoneWords } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { clock, weekdayNames } from "../words"
import { monthDayWords } from "./words"

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const MONTH_DAYS = Array.from({ length: 31 }, (_, day) => day + 1)
/** Not every month has them; the 31st is called the last day. */
const NOT_IN_ALL = [29, 30]

type Input = Required<ReportScheduleInput>
type TimingFieldsProps = {
  input: Input
  timeZone: string
  error: (name: string) => string | undefined
  onChange: (change: Partial<Input>) => void
}

/** How often, on which day and at what hour a report is mailed. */
export function TimingFields({ input, timeZone, error, onChange }: TimingFieldsProps) {
  const isWeekly = input.rhythm === "weekly"
  const zone = zoneWords(timeZone)
  return (
    <div className="grid gap-1">
      <div className="grid gap-4 tablet:grid-cols-3">
        <Field label={t("How often")}>
          {(wiring) => (
            <Select
              {...wiring}
              value={input.rhythm}
              onChange={({ target }) => onChange({ rhythm: target.value as Input["rhythm"] })}
            >
              <option value="weekly">{t("Weekly")}</option>
              <option value="monthly">{t("Monthly")}</option>
            </Select>
          )}
        </Field>
        {isWeekly ? (
          <Field label={t("On")} error={error("weekday")}>
            {(wiring) => (
              <Select
                {...wiring}
                value={input.weekday ?? 0}
                onChange={({ target }) => onChange({ weekday: Number(target.value) })}
              >
                {weekdayNames("long").map((name, day) => (
                  <option key={name} value={day}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : (
          <Field label={t("On")} error={error("month_day")}>
            {(wiring) => (
              <Select
                {...wiring}
                value={input.month_day ?? 1}
                onChange={({ target }) => onChange({ month_day: Number(target.value) })}
              >
                {MONTH_DAYS.map((day) => (
                  <option key={day} value={day}>
                    {monthDayWords(day)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Field label={t("At")} error={error("local_hour")}>
          {(wiring) => (
            <Select
              {...wiring}
              value={input.local_hour}
              onChange={({ target }) => onChange({ local_hour: Number(target.value) })}
            >
              {HOURS.map((hour) => (
                <option key={hour} value={hour}>
                  {clock(hour)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <p className="text-12 text-muted">
        {isWeekly
          ? t("By the workspace's clock, {zone}; it tells about the seven days before.", { zone })
          : t("By the workspace's clock, {zone}; it tells about the month before.", { zone })}
        {!isWeekly && NOT_IN_ALL.includes(input.month_day ?? 1)
          ? ` ${t("Where a month has fewer days, on its last.")}`
          : ""}
      </p>
    </div>
  )
}
