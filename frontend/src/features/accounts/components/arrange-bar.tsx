"use client"

import { useRouter } from "next/navigation"
import { Select } from "@/components/ui/field"
import { SearchField } from "@/components/ui/search-field"
import { type Arrangement, accountsAddress, type Kind, kinds, type Order, orders } from "../arrange"

/** Look for accounts, narrow them down and order them; the choice stands in the address. */
export function ArrangeBar({ now }: { now: Arrangement }) {
  const router = useRouter()
  const change = (part: Partial<Arrangement>) => router.replace(accountsAddress({ ...now, ...part }))
  return (
    <search className="flex flex-wrap gap-2 pb-4">
      <SearchField label="Search accounts" value={now.q} onSearch={(q) => change({ q })} />
      <div className="w-44">
        <Select
          aria-label="Which accounts"
          value={now.kind}
          onChange={({ target }) => change({ kind: target.value as Kind })}
        >
          <Choices of={kinds} />
        </Select>
      </div>
      <div className="w-52">
        <Select
          aria-label="Order"
          value={now.order}
          onChange={({ target }) => change({ order: target.value as Order })}
        >
          <Choices of={orders} />
        </Select>
      </div>
    </search>
  )
}

function Choices({ of }: { of: Record<string, string> }) {
  return Object.entries(of).map(([value, word]) => (
    <option key={value} value={value}>
      {word}
    </option>
  ))
}
