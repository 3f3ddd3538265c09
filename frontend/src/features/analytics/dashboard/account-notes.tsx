import { Fragment, type ReactNode } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Notice } from "@/components/ui/notice"
import type { AnalyzedAccount } from "@/lib/api/types"
import { fromNow } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"
import { RefreshButton } from "../components/refresh-button"

type AccountNotesProps = {
  stale: readonly AnalyzedAccount[]
  doubted: readonly AnalyzedAccount[]
  reconnect: (accountId: string) => ReactNode
}

const MOST = 3

/** Which accounts' figures need a look, why, and what to do about it. */
export function AccountNotes({ stale, doubted, reconnect }: AccountNotesProps) {
  const more = stale.slice(MOST)
  return (
    <ul aria-label={t("Accounts that need a look")} className="grid gap-2">
      {stale.slice(0, MOST).map((account) => (
        <li key={account.id}>
          <Notice kind="warning" action={helpFor(account, reconnect)}>
            <p suppressHydrationWarning>{staleWords(account)}</p>
          </Notice>
        </li>
      ))}
      {more.length > 0 ? (
        <li>
          <Notice kind="warning">
            <p>
              {rich(t("Not looked at for more than a day either: <names></names>."), {
                names: () => <Names accounts={more} />,
              })}
            </p>
          </Notice>
        </li>
      ) : null}
      {doubted[0] ? (
        <li>
          <Notice kind="warning" action={doubted.length === 1 ? helpFor(doubted[0], reconnect) : undefined}>
            <p>
              {rich(
                t(
                  "TikTok's last counters of <names></names> do not fit those before. They are held out until another look agrees with them; there is nothing you have to do.",
                ),
                { names: () => <Names accounts={doubted} /> },
              )}
            </p>
          </Notice>
        </li>
      ) : null}
    </ul>
  )
}

function helpFor(account: AnalyzedAccount, reconnect: AccountNotesProps["reconnect"]): ReactNode {
  return account.status === "connected" ? (
    <RefreshButton account={account} size="small" />
  ) : (
    reconnect(account.id)
  )
}

function Names({ accounts }: { accounts: readonly AnalyzedAccount[] }) {
  return accounts.map(({ id, handle }, place) => (
    <Fragment key={id}>
      {place === 0 ? "" : place === accounts.length - 1 ? ` ${t("and")} ` : ", "}
      <AppLink href={`/analytics/accounts/${id}`}>{handle}</AppLink>
    </Fragment>
  ))
}

function staleWords({ handle, status, updated_at, refresh_error }: AnalyzedAccount): string {
  const ago = updated_at ? fromNow(updated_at) : null
  if (status !== "connected")
    return ago
      ? t("{handle} was last looked at {ago}: it has to be connected again before its figures can be read.", {
          handle,
          ago,
        })
      : t(
          "{handle} has not been looked at yet: it has to be connected again before its figures can be read.",
          { handle },
        )
  if (refresh_error) {
    const since = ago
      ? t("{handle} was last looked at {ago}.", { handle, ago })
      : t("{handle} has not been looked at yet.", { handle })
    return `${since} ${refresh_error}`
  }
  return ago
    ? t("{handle} was last looked at {ago}. Its figures are as old as that.", { handle, ago })
    : t("{handle} has not been looked at yet. The first look comes by itself within minutes.", { handle })
}
