"use client"

import { useMemo } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Avatar } from "@/components/ui/avatar"
import type { Grid, GridCell, GridRow } from "@/lib/api/types"
import { dayAndTime } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { GridCellButton } from "./grid-cell"
import { RetryStopped } from "./retry-stopped"

type Column = Grid["accounts"][number]
type Choosing = { chosen: string | null; onChoose: (id: string) => void; onOpen: () => void }
type GridTableProps = Choosing & { grid: Grid; zone: string }

/** One row a post, one column an account. The names stay in sight while the rest is scrolled, either way. */
export function GridTable({ grid, zone, ...choosing }: GridTableProps) {
  const { accounts, rows } = grid
  const tabStop = choosing.chosen ?? rows.find(({ cells }) => cells.length > 0)?.cells[0]?.id ?? null
  return (
    <div className="-mx-4 max-h-[70dvh] overflow-auto border-line border-y tablet:mx-0 tablet:w-fit tablet:max-w-full tablet:rounded-outer tablet:border-x [&_tbody_tr:last-child>*]:border-b-0">
      <table aria-label={t("Posts by accounts")} className="border-separate border-spacing-0 text-12">
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-[2] w-36 min-w-36 border-line border-r border-b bg-paper p-2 text-left align-bottom font-normal text-muted tablet:w-64 tablet:min-w-64"
            >
              {t("Post")}
            </th>
            {accounts.map((account) => (
              <AccountHead key={account.id} account={account} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <PostRow key={row.id} {...{ row, index, accounts, zone, tabStop, ...choosing }} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function AccountHead({ account: { nickname, username, avatar_url } }: { account: Column }) {
  return (
    <th
      scope="col"
      title={username ? `${nickname}, @${username}` : nickname}
      className="sticky top-0 z-[1] border-line border-b bg-paper px-1 py-2 align-bottom font-normal"
    >
      <span className="grid w-9 justify-items-center gap-2">
        <span className="max-h-28 rotate-180 truncate text-left [writing-mode:vertical-rl]">{nickname}</span>
        <Avatar name={nickname} url={avatar_url} size="small" />
      </span>
    </th>
  )
}

type PostRowProps = Choosing & {
  row: GridRow
  index: number
  accounts: readonly Column[]
  zone: string
  tabStop: string | null
}

function PostRow({ row, index, accounts, zone, tabStop, chosen, onChoose, onOpen }: PostRowProps) {
  const byAccount = useMemo(
    () => new Map<string, GridCell>(row.cells.map((cell) => [cell.account_id, cell])),
    [row.cells],
  )
  const title = titleOf(row)
  return (
    <tr>
      <th
        scope="row"
        className="sticky left-0 z-[1] border-line border-r border-b bg-paper p-2 text-left align-top font-normal"
      >
        <AppLink
          href={`/posts/${row.id}`}
          title={title}
          className="line-clamp-2 text-13 text-ink no-underline hover:underline tablet:line-clamp-1"
        >
          {title}
        </AppLink>
        <span className="tabular block text-muted">
          {row.due_at ? dayAndTime(row.due_at, zone) : t("No time yet")}
        </span>
        {row.stopped > 0 ? <RetryStopped postId={row.id} title={title} count={row.stopped} /> : null}
      </th>
      {accounts.map(({ id, nickname }, column) => {
        const cell = byAccount.get(id)
        return (
          <td key={id} className="border-line border-b p-1 align-middle">
            {cell ? (
              <GridCellButton
                cell={cell}
                name={nickname}
                row={index}
                column={column}
                isChosen={cell.id === chosen}
                isTabStop={cell.id === tabStop}
                onChoose={onChoose}
                onOpen={onOpen}
              />
            ) : null}
          </td>
        )
      })}
    </tr>
  )
}

export function titleOf({ caption }: Pick<GridRow, "caption">): string {
  return caption.trim() || t("No caption yet")
}
