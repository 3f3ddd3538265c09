"use client"

import { useQuery } from "@tanstack/react-query"
import { useSearchParams } from "next/navigation"
import { ButtonLink } from "@/components/ui/button-link"
import { RopeDrawing } from "@/components/ui/drawings"
import { Empty } from "@/components/ui/empty"
import { Failed } from "@/components/ui/failed"
import { PageHead } from "@/components/ui/page-head"
import { Skeleton } from "@/components/ui/skeleton"
import type { Account } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { accountQueries } from "../api/account-queries"
import { useGroups } from "../api/group-queries"
import { arrange, NO_GROUP, readArrangement } from "../arrange"
import { GroupsButton } from "../groups/groups-button"
import { AccountsTable, type AccountsTableProps } from "./accounts-table"
import { ArrangeBar } from "./arrange-bar"
import { ConnectButton } from "./connect-button"
import { SyncAll } from "./sync-all"

type AccountsScreenProps = Omit<AccountsTableProps, "accounts" | "groups">

export function AccountsScreen(props: AccountsScreenProps) {
  const accounts = useQuery(accountQueries.list())
  const items = accounts.data?.items
  return (
    <>
      <PageHead
        title={t("Accounts")}
        state={items ? stateOf(items) : ""}
        action={
          items?.length === 0 ? undefined : (
            <span className="flex flex-wrap gap-2">
              <SyncAll accounts={items ?? []} />
              <GroupsButton accounts={items ?? []} />
              <ConnectButton />
            </span>
          )
        }
      />
      {accounts.isPending ? <AccountsSkeleton /> : null}
      {accounts.isError && !items ? <Failed error={accounts.error} retry={() => accounts.refetch()} /> : null}
      {items?.length === 0 ? (
        <Empty
          drawing={<RopeDrawing />}
          sentence={t(
            "No account is connected yet. TikTok asks you what Carillon may do; you can take it back at any time.",
          )}
          action={<ConnectButton />}
        />
      ) : null}
      {items && items.length > 0 ? <Arranged accounts={items} {...props} /> : null}
    </>
  )
}

/** So few are seen at a glance. */
const FEW = 5

function Arranged({ accounts, zone }: AccountsTableProps) {
  const groups = useGroups(accounts)
  const asked = readArrangement(useSearchParams())
  // An address may outlive its group.
  const isGone = asked.group !== NO_GROUP && groups && !groups.some(({ id }) => id === asked.group)
  const now = isGone ? { ...asked, group: "" } : asked
  const shown = arrange(accounts, now)
  return (
    <>
      {accounts.length > FEW || groups?.length ? <ArrangeBar now={now} groups={groups ?? []} /> : null}
      {shown.length > 0 ? (
        <AccountsTable accounts={shown} groups={groups} zone={zone} />
      ) : (
        <Empty
          drawing={<RopeDrawing />}
          sentence={t("None of the accounts is like that.")}
          action={<ButtonLink href="/accounts">{t("Show all accounts")}</ButtonLink>}
        />
      )}
    </>
  )
}

function stateOf(accounts: readonly Account[]): string {
  const connected = accounts.filter(({ status }) => status === "connected").length
  const waiting = accounts.filter(({ status }) => status === "reconnect_required").length
  const known = plural(connected, "account")
  return waiting > 0
    ? t("{accounts} connected, {waiting} to connect again", { accounts: known, waiting })
    : t("{accounts} connected", { accounts: known })
}

function AccountsSkeleton() {
  return (
    <div role="status" aria-label={t("Loading accounts")} className="border-line border-t tablet:mt-8">
      {["a", "b", "c", "d", "e", "f"].map((row) => (
        <div key={row} className="flex h-14 items-center gap-3 border-line border-b">
          <Skeleton className="size-8 rounded-full" />
          <Skeleton className="h-4 w-40" />
          <Skeleton className="ml-auto h-4 w-24" />
        </div>
      ))}
    </div>
  )
}
