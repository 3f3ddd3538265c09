"use client"

import { useWindowVirtualizer } from "@tanstack/react-virtual"
import { useLayoutEffect, useRef, useState } from "react"
import type { AccountRowsProps } from "./account-rows"

const ROW_PX = 57
const OVERSCAN = 10

/** The rows of a long table that are near what is seen. */
export function NearRows({ accounts, renderRow }: AccountRowsProps) {
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
