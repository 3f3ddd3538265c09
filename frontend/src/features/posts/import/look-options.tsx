"use client"

import { Checkbox } from "@/components/ui/choice"
import { Field, Select } from "@/components/ui/field"
import { zoneWords } from "@/lib/dates"
import { t } from "@/lib/i18n"
import type { ImportFlow } from "./use-import-flow"

type LookOptionsProps = { flow: ImportFlow; zone: string; zones: readonly string[] }

/** How the file is to be read; what is only asked of some files is shown for those alone. */
export function LookOptions({
  flow: { options, looked, look, lookAgain, source },
  zone,
  zones,
}: LookOptionsProps) {
  const items = looked?.result.items ?? []
  const hasTwoOrders =
    options.date_order !== null ||
    items.some(({ problems }) => problems.some(({ code }) => code === "date_ambiguous"))
  const repeats = looked?.result.repeated ?? 0
  const change = (part: Parameters<typeof lookAgain>[0]) => (source?.text ? lookAgain(part) : undefined)
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
      <Field label={t("Times without a zone are in")} hint={t("Yours is {zone}.", { zone: zoneWords(zone) })}>
        {(wiring) => (
          <Select
            {...wiring}
            value={options.time_zone}
            disabled={look.isPending}
            onChange={({ target }) => change({ time_zone: target.value })}
          >
            {zones.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {hasTwoOrders ? (
        <Field label={t("A date such as 03/04/2027 is")}>
          {(wiring) => (
            <Select
              {...wiring}
              value={options.date_order ?? ""}
              disabled={look.isPending}
              onChange={({ target }) => change({ date_order: target.value === "mdy" ? "mdy" : "dmy" })}
            >
              <option value="" disabled>
                {t("Choose…")}
              </option>
              <option value="dmy">{t("3 April: the day comes first")}</option>
              <option value="mdy">{t("4 March: the month comes first")}</option>
            </Select>
          )}
        </Field>
      ) : null}
      {repeats > 0 || options.again ? (
        <Checkbox
          label={t("Import again what is here already")}
          reason={t("Those posts would then be here, and go out, twice.")}
          checked={options.again}
          disabled={look.isPending}
          onChange={({ target }) => change({ again: target.checked })}
        />
      ) : null}
    </div>
  )
}
