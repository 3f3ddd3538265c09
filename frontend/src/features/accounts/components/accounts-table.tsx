"use client"

import { AppLink } from "@/components/ui/app-link"
import { Status } from "@/components/ui/status"
import type { Account, AccountGroup } from "@/lib/api/types"
import { dayAndTime, fromNow } from "@/lib/dates"
import { compactCount, exactCount } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { accountStatus, pausedStatus } from "@/lib/status"
import { GroupMarks } from "../groups/group-marks"
import { handleOf } from "../handle"
import { permissionsInWords, permissionWord } from "../permissions"
import { whyNot } from "../why-not"
import { AccountActions } from "./account-actions"
import { AccountIdentity } from "./account-identity"
import { AccountRows, type RowWiring } from "./account-rows"
import { AccountTrouble } from "./account-trouble"
import { MissingFeatures } from "./missing-features"

export type AccountsTableProps = {
  accounts: readonly Account[]
  /** The workspace's groups, once they are known. */
  groups?: readonly AccountGroup[] | undefined
  zone: string
}

/** One row an account; on a phone the cells of a row stand below each other. */
export function AccountsTable({ accounts, groups = [], zone }: AccountsTableProps) {
  const severalApps = new Set(accounts.map(({ app_id }) => app_id)).size > 1
  return (
    <table aria-rowcount={accounts.length + 1} className="block w-full text-13 tablet:table">
      <thead className="hidden text-left text-12 text-muted tablet:table-header-group">
        <tr className="border-line border-b *:h-8 *:pr-4 *:font-normal">
          <th scope="col">{t("Account")}</th>
          <th scope="col" className="text-right">
            {t("Followers")}
          </th>
          <th scope="col">{t("State")}</th>
          <th scope="col" className="hidden wide:table-cell">
            {t("Permissions")}
          </th>
          <th scope="col">{t("Synced")}</th>
          <th scope="col">
            <span className="sr-only">{t("Actions")}</span>
          </th>
        </tr>
      </thead>
      <AccountRows
        accounts={accounts}
        renderRow={(account, wiring) => (
          <AccountRow key={account.id} {...{ account, groups, zone, wiring }} showsApp={severalApps} />
        )}
      />
    </table>
  )
}

type AccountRowProps = {
  account: Account
  groups: readonly AccountGroup[]
  zone: string
  showsApp: boolean
  wiring: RowWiring
}

function AccountRow({ account, groups, zone, showsApp, wiring }: AccountRowProps) {
  return (
    <tr
      {...wiring}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-line border-b py-3 tablet:table-row tablet:hover:bg-tint tablet:*:py-2 tablet:*:pr-4 tablet:*:align-middle"
    >
      <td className="min-w-0 tablet:min-w-44 tablet:max-w-70">
        <AccountIdentity account={account} />
        {showsApp ? (
          <p className="truncate pl-11 text-12 text-muted">{t("by {app}", { app: account.app_name })}</p>
        ) : null}
        <GroupMarks groups={groups.filter(({ id }) => account.group_ids.includes(id))} />
      </td>
      <td className="tabular text-right">
        {/* The way to all its figures; it takes no room that a phone does not have. */}
        <AppLink href={`/analytics/accounts/${account.id}`} className="text-ink">
          <Followers account={account} />
          <span className="sr-only">, {t("all figures of {handle}", { handle: handleOf(account) })}</span>
        </AppLink>
      </td>
      <td>
        <Status of={accountStatus[account.status]} />
        {account.paused_at ? (
          <p>
            <Status of={pausedStatus(account.paused_by)} />
          </p>
        ) : null}
        <AccountTrouble account={account} />
        <MissingFeatures account={account} />
      </td>
      <td className="hidden text-12 text-muted wide:table-cell">
        <span title={account.scopes.map(permissionWord).join(", ")}>
          {permissionsInWords(account.scopes)}
        </span>
      </td>
      <td className="text-right text-muted tablet:whitespace-nowrap tablet:text-left">
        <Synced at={account.synced_at} zone={zone} />
      </td>
      <td className="col-span-2 -mr-2 tablet:mr-0">
        <AccountActions account={account} zone={zone} />
      </td>
    </tr>
  )
}

function Followers({ account }: { account: Account }) {
  const count = account.follower_count
  if (count === null || count === undefined) {
    const unknown = t("TikTok has not told us yet.")
    return <span title={whyNot(account, "stats") ?? unknown}>–</span>
  }
  return (
    <span title={t("{count} followers", { count: exactCount(count) })}>
      {compactCount(count)}
      <span className="text-muted tablet:hidden"> {t("followers")}</span>
    </span>
  )
}

function Synced({ at, zone }: { at: string | null | undefined; zone: string }) {
  if (!at) return <span title={t("Not synced yet")}>–</span>
  return (
    <span title={dayAndTime(at, zone)} suppressHydrationWarning>
      {fromNow(at)}
    </span>
  )
}
