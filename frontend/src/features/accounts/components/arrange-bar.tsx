"use client"

import { useRouter } from "next/navigation"
import { Select } from "@/components/ui/field"
import { SearchField } from "@/components/ui/search-field"
import type { AccountGroup } from "@/lib/api/types"
import { type Message, t } from "@/lib/i18n"
import { type Arrangement, accountsAddress, type Kind, kinds, NO_GROUP, type Order, orders } from "../arrange"

type ArrangeBarProps = { now: Arrangement; groups: readonly AccountGroup[] }

/** Look for accounts, narrow them down and order them; the choice stands in the address. */
export function ArrangeBar({ now, groups }: ArrangeBarProps) {
  const router = useRouter()
  const change = (part: Partial<Arrangement>) => router.replace(accountsAddress({ ...now, ...part }))
  return (
    <search className="flex flex-wrap gap-2 pb-4">
      <SearchField label={t("Search accounts")} value={now.q} onSearch={(q) => change({ q })} />
      <div className="w-44">
        <Select
          aria-label={t("Which accounts")}
          value={now.kind}
          onChange={({ target }) => change({ kind: target.value as Kind })}
        >
          <Choices of={kinds} />
        </Select>
      </div>
      <div className="flex gap-2 max-tablet:w-full">
        {groups.length > 0 ? (
          <div className="w-44 max-tablet:min-w-0 max-tablet:flex-1">
            <Select
              aria-label={t("Group")}
              value={now.group}
              onChange={({ target }) => change({ group: target.value })}
            >
              <option value="">{t("All groups")}</option>
              {groups.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value={NO_GROUP}>{t("In no group")}</option>
            </Select>
          </div>
        ) : null}
        <div className="w-52">
          <Select
            aria-label={t("Order")}
            value={now.order}
            onChange={({ target }) => change({ order: target.value as Order })}
          >
            <Choices of={orders} />
          </Select>
        </div>
      </div>
    </search>
  )
}

function Choices({ of }: { of: Record<string, Message> }) {
  return Object.entries(of).map(([value, word]) => (
    <option key={value} value={value}>
      {t(word)}
    </option>
  ))
}
