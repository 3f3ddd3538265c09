"use client"

import { Check } from "lucide-react"
import { Button } from "@/components/ui/button"
import { say } from "@/components/ui/toaster"
import type { Account } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { useGroups } from "../api/group-queries"
import { canTakePosts } from "../handle"

type GroupChoiceProps = {
  accounts: readonly Account[]
  chosen: readonly string[]
  onToggle: (account: Account, chosen: boolean) => void
}

/** Choose all accounts of a group at once, or take them off again. Accounts that take no posts now are left out, and said so. */
export function GroupChoice({ accounts, chosen, onToggle }: GroupChoiceProps) {
  const groups = useGroups(accounts) ?? []
  const offered = groups.flatMap((group) => {
    const within = accounts.filter(({ group_ids }) => group_ids.includes(group.id))
    const usable = within.filter(canTakePosts)
    return usable.length > 0 ? [{ ...group, usable, left: within.length - usable.length }] : []
  })
  if (offered.length === 0) return null

  function toggle({ name, usable, left }: (typeof offered)[number], isChosen: boolean) {
    for (const account of usable) {
      if (chosen.includes(account.id) === isChosen) onToggle(account, !isChosen)
    }
    if (!isChosen && left > 0)
      say(t("{accounts} of “{name}” cannot take posts now.", { accounts: plural(left, "account"), name }))
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands in the fieldset of the accounts, whose legend names it.
    <div
      role="group"
      aria-label={t("Choose by group")}
      className="flex max-h-28 flex-wrap gap-1 overflow-y-auto"
    >
      {offered.map((group) => {
        const isChosen = group.usable.every(({ id }) => chosen.includes(id))
        return (
          <Button
            key={group.id}
            size="small"
            aria-pressed={isChosen}
            className="max-w-full aria-pressed:border-accent aria-pressed:text-accent"
            onClick={() => toggle(group, isChosen)}
          >
            {isChosen ? <Check aria-hidden className="size-3.5 shrink-0" /> : null}
            <span className="truncate">{group.name}</span>{" "}
            <span className="tabular text-muted">{group.usable.length}</span>
          </Button>
        )
      })}
    </div>
  )
}
