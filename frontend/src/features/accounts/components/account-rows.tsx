"use client"

import { useWindowVirtualizer } from "@tanstack/react-virtual"
import { type ReactNode, useLayoutEffect, useRef, useState } from "react"
import type { Account } from "@/lib/api/types"

/** So many rows are drawn at once; a longer table draws those that are near what is seen. */
export const DRAWN_AT_ONCE = 60
const ROW_PX = 57
const OVERSCAN = 10

type AccountRowsProps = {
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

function NearRows({ accounts, renderRow }: AccountRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(body.current?.offsetTop ?? 0), [])
  const rows = useWindowVirtualizer({
    count: accounts.length,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey: (place) => accounts[place]?.id ?? place,
  })
  const shown = rows.getVirtualItems()
  const before = (shown[0]?.start ?? top) - top
  const after = rows.getTotalSize() - ((shown.at(-1)?.end ?? top) - top)
  return (
    <tbody ref={body} className="block tablet:table-row-group">
      <Space height={before} />
      {shown.map(({ index }) => {
        const account = accounts[index]
        // The heading is the table's first row.
        const wiring = { ref: rows.measureElement, "data-index": index, "aria-rowindex": index + 2 }
        return account ? renderRow(account, wiring) : null
      })}
      <Space height={after} />
    </tbody>
  )
}

/** Stands for the rows that are not drawn. */
function Space({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className="block tablet:table-row">
      <td colSpan={6} className="block tablet:table-cell" style={{ height, padding: 0 }} />
    </tr>
  )
}
