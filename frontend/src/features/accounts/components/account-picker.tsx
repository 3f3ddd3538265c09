"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import { Status } from "@/components/ui/status"
import type { Account } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { accountStatus } from "@/lib/status"
import { accountQueries } from "../api/account-queries"
import { canTakePosts } from "../handle"
import { whyNot } from "../why-not"
import { AccountIdentity } from "./account-identity"

// Only who has no account yet needs it.
const NoAccount = dynamic(() => import("./no-account").then((module) => module.NoAccount))

// Only who has groups needs it.
const GroupChoice = dynamic(() => import("../groups/group-choice").then((module) => module.GroupChoice))

type AccountPickerProps = {
  chosen: readonly string[]
  onToggle: (account: Account, chosen: boolean) => void
}

/** Choose which accounts a post goes to. Choosing sets nothing else: each account is asked for its own options. */
export function AccountPicker({ chosen, onToggle }: AccountPickerProps) {
  const accounts = useQuery(accountQueries.list())
  if (accounts.isPending) return <Skeleton className="h-40 w-full" />
  if (!accounts.data) return <Failed error={accounts.error} retry={() => accounts.refetch()} />
  const usable = accounts.data.items.filter(({ status }) => status !== "disconnected")
  if (usable.length === 0) return <NoAccount />
  return (
    <>
      {usable.some(({ group_ids }) => group_ids.length > 0) ? (
        <GroupChoice accounts={usable} {...{ chosen, onToggle }} />
      ) : null}
      <ul className="overflow-y-auto rounded-outer tablet:max-h-72 border border-line bg-raised">
        {usable.map((account) => (
          <PickerRow
            key={account.id}
            account={account}
            chosen={chosen.includes(account.id)}
            onToggle={(on) => onToggle(account, on)}
          />
        ))}
      </ul>
    </>
  )
}

type PickerRowProps = { account: Account; chosen: boolean; onToggle: (on: boolean) => void }

function PickerRow({ account, chosen, onToggle }: PickerRowProps) {
  const usable = canTakePosts(account)
  return (
    <li className="border-line not-first:border-t has-checked:bg-tint">
      <label className="flex items-center gap-3 px-3 py-2">
        <input
          type="checkbox"
          className="size-4 shrink-0 accent-accent"
          checked={chosen}
          disabled={!usable && !chosen}
          onChange={(event) => onToggle(event.target.checked)}
        />
        <span className="min-w-0 flex-1">
          <AccountIdentity account={account} />
        </span>
        {account.status !== "connected" ? (
          <Status of={accountStatus[account.status]} className="text-12" />
        ) : null}
        {account.status === "connected" && !account.can_publish ? (
          <span className="max-w-70 text-12 text-muted">
            {whyNot(account, "posting") ?? t("may not post")}
          </span>
        ) : null}
      </label>
    </li>
  )
}
