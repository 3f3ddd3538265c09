"use client"

import { type KeyboardEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Input } from "@/components/ui/field"
import type { Account } from "@/lib/api/types"
import { match } from "@/lib/find"
import { t } from "@/lib/i18n"
import { AccountIdentity } from "../components/account-identity"
import { handleOf } from "../handle"

/** So many are seen at a glance. */
const FEW = 8

type AccountChecklistProps = {
  accounts: readonly Account[]
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

/** Choose any of many accounts: looked for by name, one by one or all that were found. */
export function AccountChecklist({ accounts, chosen, onChange }: AccountChecklistProps) {
  const [typed, setTyped] = useState("")
  // Those chosen before come first, and stay there while others are ticked.
  const [inOrder] = useState(() => [
    ...accounts.filter(({ id }) => chosen.has(id)),
    ...accounts.filter(({ id }) => !chosen.has(id)),
  ])
  const found = inOrder.filter((one) => match(typed, { word: one.nickname, also: handleOf(one) }) > 0)
  const isAll = found.every(({ id }) => chosen.has(id))
  const put = (some: readonly Account[], on: boolean) => {
    const next = new Set(chosen)
    for (const { id } of some) on ? next.add(id) : next.delete(id)
    onChange(next)
  }
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="pb-1 font-strong text-13">{t("Accounts")}</legend>
      {accounts.length > FEW ? (
        <Input
          type="search"
          aria-label={t("Search accounts")}
          placeholder={t("Search accounts")}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={keepEnter}
        />
      ) : null}
      <ul className="max-h-64 overflow-y-auto rounded-outer border border-line empty:hidden">
        {found.map((account) => (
          <li key={account.id} className="border-line not-first:border-t has-checked:bg-tint">
            <label className="flex items-center gap-3 px-3 py-1.5">
              <input
                type="checkbox"
                className="size-4 shrink-0 accent-accent"
                checked={chosen.has(account.id)}
                onChange={({ target }) => put([account], target.checked)}
              />
              <AccountIdentity account={account} />
            </label>
          </li>
        ))}
      </ul>
      <div className="flex min-h-7 items-center justify-between gap-2 text-12 text-muted">
        <span role="status">
          {found.length > 0
            ? t("{chosen} of {count} chosen", { chosen: chosen.size, count: accounts.length })
            : t("No account is called “{name}”.", { name: typed.trim() })}
        </span>
        {found.length > 1 ? (
          <Button kind="quiet" size="small" onClick={() => put(found, !isAll)}>
            {isAll
              ? t("Leave out all {count}", { count: found.length })
              : t("Choose all {count}", { count: found.length })}
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}

/** Who looks for an account has not finished the group. */
function keepEnter(event: KeyboardEvent) {
  if (event.key === "Enter") event.preventDefault()
}
