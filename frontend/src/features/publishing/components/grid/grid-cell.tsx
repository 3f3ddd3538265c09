"use client"

import { type KeyboardEvent, memo } from "react"
import type { GridCell } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { t } from "@/lib/i18n"
import { statusOf } from "@/lib/status"
import { lookOf, type Marked } from "./cell-look"

type GridCellButtonProps = {
  cell: GridCell
  name: string
  row: number
  column: number
  isChosen: boolean
  isTabStop: boolean
  onChoose: (id: string) => void
  onOpen: () => void
}

/** One post on one account: a mark in the state's colour with the state's icon, and all of it in words for a screen reader. */
export const GridCellButton = memo(function GridCellButton(props: GridCellButtonProps) {
  const { cell, name, row, column, isChosen, isTabStop, onChoose, onOpen } = props
  const word = t(statusOf(cell).word)
  return (
    <button
      type="button"
      data-row={row}
      data-column={column}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={`${name}: ${word}${cell.reason ? `. ${cell.reason.message}` : ""}`}
      aria-pressed={isChosen}
      title={`${name}: ${word}`}
      className="block"
      onFocus={() => onChoose(cell.id)}
      onClick={onOpen}
      onKeyDown={moveFocus}
    >
      <CellMark cell={cell} isChosen={isChosen} />
    </button>
  )
})

export function CellMark({ cell, isChosen = false }: { cell: Marked; isChosen?: boolean }) {
  const { icon: Icon, colour, moves } = lookOf(cell)
  return (
    <span
      className={cn(
        "grid size-9 place-items-center rounded-inner",
        colour,
        isChosen && "outline-2 outline-accent outline-offset-1",
      )}
    >
      <Icon aria-hidden className={cn("size-4", moves && "animate-spin")} />
    </span>
  )
}

const steps: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Go to the next cell in an arrow's direction; where a post is not for an account there is none, and it is passed over. */
function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = steps[event.key]
  const table = event.currentTarget.closest("table")
  if (!step || !table) return
  event.preventDefault()
  const { row = "0", column = "0" } = event.currentTarget.dataset
  const most = { rows: table.rows.length, columns: table.rows[0]?.cells.length ?? 0 }
  let next: HTMLElement | null = null
  let [y, x] = [Number(row) + step[0], Number(column) + step[1]]
  while (!next && y >= 0 && x >= 0 && y < most.rows && x < most.columns) {
    next = table.querySelector<HTMLElement>(`[data-row="${y}"][data-column="${x}"]`)
    y += step[0]
    x += step[1]
  }
  next?.focus()
}
