"use client"

import dynamic from "next/dynamic"
import type { ReactNode } from "react"
import type { Account } from "@/lib/api/types"

/** So many rows are drawn at once; a longer table draws those that are near what is seen. */
export const DRAWN_AT_ONCE = 60

// Who has few accounts needs none of it.
const NearRows = dynamic(() => import("./near-rows").then((module) => module.NearRows), { ssr: false })

export type AccountRowsProps = {
  accounts: readonly Account[]
  /** Draws one row, with the wiring that measures it and says which of the table's rows it is. */
  renderRow: (account: Account, wiring: RowWiring) => ReactNode
}

export type RowWiring = {
  ref?: (row: HTMLTableRowElement | null) => void
  "data-index"?: number
  "aria-rowindex"?: number
}

/** The body of the accounts table. */
export function AccountRows({ accounts, renderRow }: AccountRowsProps) {
  if (accounts.length <= DRAWN_AT_ONCE)
    return (
      <tbody className="block tablet:table-row-group">
        {accounts.map((account) => renderRow(account, {}))}
      </tbody>
    )
  return <NearRows accounts={accounts} renderRow={renderRow} />
}
