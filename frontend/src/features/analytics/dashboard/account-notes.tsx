import { Fragment, type ReactNode } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Notice } from "@/components/ui/notice"
import type { AnalyzedAccount } from "@/lib/api/types"
import { fromNow } from "@/lib/dates"
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
    <ul aria-label="Accounts that need a look" className="grid gap-2">
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
              Not looked at for more than a day either: <Names accounts={more} />.
            </p>
          </Notice>
        </li>
      ) : null}
      {doubted[0] ? (
        <li>
          <Notice kind="warning" action={doubted.length === 1 ? helpFor(doubted[0], reconnect) : undefined}>
            <p>
              TikTok's last counters of <Names accounts={doubted} /> do not fit those before. They are held
              out until another look agrees with them; there is nothing you have to do.
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
      {place === 0 ? "" : place === accounts.length - 1 ? " and " : ", "}
      <AppLink href={`/analytics/accounts/${id}`}>{handle}</AppLink>
    </Fragment>
  ))
}

function staleWords({ handle, status, updated_at, refresh_error }: AnalyzedAccount): string {
  const since = updated_at ? `was last looked at ${fromNow(updated_at)}` : "has not been looked at yet"
  if (status !== "connected")
    return `${handle} ${since}: it has to be connected again before its figures can be read.`
  if (refresh_error) return `${handle} ${since}. ${refresh_error}`
  return updated_at
    ? `${handle} ${since}. Its figures are as old as that.`
    : `${handle} ${since}. The first look comes by itself within minutes.`
}
