import { t } from "@/lib/i18n"
import { Button } from "./button"

type NamedRowProps = {
  name: string
  /** What is in it, in a few words. */
  words: string
  isBusy?: boolean
  onEdit: () => void
  onDelete: () => void
}

/** One of a list of named things that can be changed and deleted where they stand. */
export function NamedRow({ name, words, isBusy, onEdit, onDelete }: NamedRowProps) {
  return (
    <li className="flex items-center gap-1 border-line border-b py-1 last:border-0">
      <span className="grid min-w-0 flex-1">
        <span className="truncate">{name}</span>
        <span className="truncate text-12 text-muted">{words}</span>
      </span>
      <Button kind="quiet" size="small" aria-label={t("Change {name}", { name })} onClick={onEdit}>
        {t("Change")}
      </Button>
      <Button
        kind="quiet"
        size="small"
        aria-label={t("Delete {name}", { name })}
        disabled={isBusy}
        onClick={onDelete}
      >
        {t("Delete")}
      </Button>
    </li>
  )
}
