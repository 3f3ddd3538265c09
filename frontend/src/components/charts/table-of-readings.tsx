import { t } from "@/lib/i18n"
import type { ReadingOf } from "./reading"

export type TableOfReadingsProps = { label: string; unit: string; readings: readonly ReadingOf[] }

/** The figures of a chart in rows. */
export function TableOfReadings({ label, unit, readings }: TableOfReadingsProps) {
  const names = [...new Set(readings.flatMap(({ rows }) => rows.map(({ name }) => name)))]
  const hasNotes = readings.some(({ notes }) => notes && notes.length > 0)
  return (
    <section
      aria-label={t("{label}, as a table", { label })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the arrow keys.
      tabIndex={0}
      className="relative mt-2 max-h-72 overflow-auto border-line border-y"
    >
      <table aria-label={label} className="tabular w-full text-left">
        <thead className="sticky top-0 bg-raised">
          <tr className="*:h-7 *:pr-4 *:font-normal">
            <th scope="col">{unit}</th>
            {names.map((name) => (
              <th key={name} scope="col" className="text-right">
                {name}
              </th>
            ))}
            {hasNotes ? <th scope="col">{t("Note")}</th> : null}
          </tr>
        </thead>
        <tbody className="text-ink">
          {readings.map(({ key, title, rows, notes }) => (
            <tr key={key} className="border-line border-t *:h-7 *:pr-4 *:font-normal">
              <th scope="row" className="whitespace-nowrap">
                {title}
              </th>
              {names.map((name) => (
                <td key={name} className="text-right">
                  {rows.find((row) => row.name === name)?.value ?? "–"}
                </td>
              ))}
              {hasNotes ? <td className="text-muted">{notes?.join(". ")}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
