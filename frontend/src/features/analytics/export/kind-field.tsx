import { useId } from "react"
import { t } from "@/lib/i18n"
import { kinds } from "./words"

export type Kind = (typeof kinds)[number]["kind"]

/** What is taken along, each with a sentence. */
export function KindField({ kind, onChoose }: { kind: Kind; onChoose: (kind: Kind) => void }) {
  const id = useId()
  return (
    <fieldset className="grid gap-1">
      <legend className="pb-1 font-strong text-13">{t("What")}</legend>
      {kinds.map((one) => (
        <div key={one.kind} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 py-0.5">
          <input
            type="radio"
            id={`${id}-${one.kind}`}
            name={id}
            aria-describedby={`${id}-${one.kind}-hint`}
            className="mt-0.5 size-4 accent-accent"
            checked={kind === one.kind}
            onChange={() => onChoose(one.kind)}
          />
          <div className="grid">
            <label htmlFor={`${id}-${one.kind}`}>{t(one.label)}</label>
            <p id={`${id}-${one.kind}-hint`} className="text-12 text-muted">
              {t(one.sentence)}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  )
}
