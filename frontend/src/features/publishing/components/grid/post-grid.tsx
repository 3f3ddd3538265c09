"use client"

import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { type ReactNode, useCallback, useRef, useState } from "react"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import type { Grid } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { type GridFilter, gridQuery } from "../../api/grid-queries"
import type { RenderReconnect } from "../remedy-button"
import { legend } from "./cell-look"
import { CellMark } from "./grid-cell"
import { GridTable } from "./grid-table"

const CellPanel = dynamic(() => import("./cell-panel").then((module) => module.CellPanel), { ssr: false })

type PostGridProps = {
  filter: GridFilter
  zone: string
  reconnect: RenderReconnect
  /** What stands in place of a grid without rows, and the way to older posts below one. */
  empty: ReactNode
  pages: (next: string | null) => ReactNode
}

/** Posts by accounts: what went out where, what did not, why, and the one thing that helps. */
export function PostGrid({ filter, zone, reconnect, empty, pages }: PostGridProps) {
  const grid = useQuery(gridQuery(filter))
  if (grid.isPending) return <GridSkeleton />
  if (!grid.data) return <Failed error={grid.error} retry={() => grid.refetch()} />
  if (grid.data.rows.length === 0) return empty
  return (
    <>
      <Chooser grid={grid.data} zone={zone} reconnect={reconnect} />
      {pages(grid.data.next_cursor)}
    </>
  )
}

type ChooserProps = { grid: Grid; zone: string; reconnect: RenderReconnect }

function Chooser({ grid, zone, reconnect }: ChooserProps) {
  const [chosen, setChosen] = useState<string | null>(() => cellInAddress())
  const panel = useRef<HTMLElement>(null)
  const wantsFocus = useRef(false)
  const place = useRef<HTMLDivElement>(null)
  const choose = useCallback((id: string | null) => {
    setChosen(id)
    keepInAddress(id)
  }, [])
  const open = useCallback(() => {
    if (panel.current) panel.current.focus()
    else wantsFocus.current = true
  }, [])
  // The first panel comes a moment after it was asked for.
  const showPanel = useCallback((element: HTMLElement | null) => {
    panel.current = element
    if (element && wantsFocus.current) element.focus()
    wantsFocus.current = false
  }, [])

  function close() {
    place.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
    choose(null)
  }

  const found = find(grid, chosen)
  return (
    <div
      ref={place}
      className={found ? "wide:grid wide:grid-cols-[minmax(0,1fr)_320px] wide:items-start wide:gap-6" : ""}
    >
      <div className="min-w-0">
        <GridTable grid={grid} zone={zone} chosen={chosen} onChoose={choose} onOpen={open} />
        <Legend />
      </div>
      {found ? (
        <CellPanel
          key={found.cell.id}
          elementRef={showPanel}
          {...found}
          zone={zone}
          reconnect={reconnect}
          onClose={close}
        />
      ) : null}
    </div>
  )
}

function find({ rows, accounts }: Grid, chosen: string | null) {
  for (const row of chosen ? rows : []) {
    const cell = row.cells.find(({ id }) => id === chosen)
    const account = accounts.find(({ id }) => id === cell?.account_id)
    if (cell && account) return { row, cell, account }
  }
  return null
}

// The chosen cell stands in the address, so that it can be sent to somebody; no page is loaded for it.
function cellInAddress(): string | null {
  return typeof window === "undefined" ? null : new URLSearchParams(window.location.search).get("cell")
}

function keepInAddress(id: string | null): void {
  const address = new URL(window.location.href)
  if (id) address.searchParams.set("cell", id)
  else address.searchParams.delete("cell")
  window.history.replaceState(window.history.state, "", address)
}

function Legend() {
  return (
    <ul
      aria-label={t("What the marks mean")}
      className="flex flex-wrap gap-x-4 gap-y-2 pt-3 text-12 text-muted"
    >
      {legend.map(({ state, word, isDraft }) => (
        <li key={`${state} ${isDraft}`} className="flex items-center gap-1.5">
          <span className="[&_span]:size-6 [&_svg]:size-3 [&_svg]:animate-none">
            <CellMark cell={{ state, post_mode: isDraft ? "MEDIA_UPLOAD" : "DIRECT_POST" }} />
          </span>
          {t(word)}
        </li>
      ))}
    </ul>
  )
}

function GridSkeleton() {
  return (
    <div role="status" aria-label={t("Loading the grid")} className="grid gap-2">
      <Skeleton className="h-32 w-full" />
      {Array.from({ length: 6 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move.
        <Skeleton key={row} className="h-12 w-full" />
      ))}
    </div>
  )
}
