import { AppLink } from "@/components/ui/app-link"
import type { AccountGroup } from "@/lib/api/types"
import { t } from "@/lib/i18n"

const MOST_SHOWN = 3

/** The groups an account is in, each the way to the accounts of that group. */
export function GroupMarks({ groups }: { groups: readonly AccountGroup[] }) {
  if (groups.length === 0) return null
  const more = groups.slice(MOST_SHOWN).map(({ name }) => name)
  return (
    <ul aria-label={t("Groups")} className="flex flex-wrap gap-1 pt-1 pl-11 text-12 text-muted">
      {groups.slice(0, MOST_SHOWN).map(({ id, name }) => (
        <li key={id} className="min-w-0">
          <AppLink
            href={`/accounts?group=${id}`}
            title={t("All accounts of “{name}”", { name })}
            className="flex min-h-6 max-w-36 items-center rounded-inner border border-line px-1.5 text-muted no-underline hover:border-faint hover:text-ink"
          >
            <span className="truncate">{name}</span>
          </AppLink>
        </li>
      ))}
      {more.length > 0 ? (
        <li title={more.join(", ")} className="grid min-h-6 items-center px-1">
          <span aria-hidden>+{more.length}</span>
          <span className="sr-only">{more.join(", ")}</span>
        </li>
      ) : null}
    </ul>
  )
}
