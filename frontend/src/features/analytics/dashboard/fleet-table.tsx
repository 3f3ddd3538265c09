"use client"

import { ArrowDown, ArrowUp } from "lucide-react"
import type { ReactNode } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Avatar } from "@/components/ui/avatar"
import type { FleetAccount } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { fromNow } from "@/lib/dates"
import { signedPercent } from "@/lib/figures"
import { type Message, m, t } from "@/lib/i18n"
import { MOST_COMPARED } from "../compare/chosen"
import { Change, Count, Share, Unknown } from "../components/figure"
import type { Range } from "../range"
import { accountPage } from "../use-address"
import { ENGAGEMENT } from "../words"
import { type Sort, type SortKey, viewsChange } from "./sorting"

type Choosing = { chosen: readonly string[]; onChoose: (id: string, on: boolean) => void }
type FleetTableProps = Choosing & {
  rows: readonly FleetAccount[]
  range: Range
  sort: Sort
  onSort: (key: SortKey) => void
  pictureOf: (accountId: string) => string | null
}

const heads: readonly { key: SortKey; word: Message; hint?: Message }[] = [
  { key: "followers", word: m("Followers") },
  { key: "followers_net", word: m("Net gain"), hint: m("Followers gained less lost") },
  { key: "views", word: m("Views") },
  { key: "views_change", word: m("Change@@difference"), hint: m("Views against as many days before") },
  { key: "engagement_rate", word: m("Engagement"), hint: ENGAGEMENT },
  { key: "posts", word: m("Posts"), hint: m("Posts published") },
  { key: "updated_at", word: m("Updated"), hint: m("When the account was last looked at") },
]

/** One row an account. A head sorts by its figures; where there is no room the names stay and the rest is scrolled. */
export function FleetTable({ rows, range, sort, onSort, pictureOf, ...choosing }: FleetTableProps) {
  return (
    <div className="relative -mx-4 min-w-0 scroll-pl-52 overflow-x-auto">
      <table aria-label={t("Accounts")} className="w-full min-w-190 border-separate border-spacing-0 text-13">
        <thead className="text-12 text-muted">
          <tr className="*:h-8 *:border-line *:border-b *:font-normal">
            <Head
              sort={sort}
              onSort={onSort}
              of={{ key: "name", word: m("Account") }}
              className="sticky left-0 z-[1] bg-raised pl-4 text-left"
            />
            {heads.map((of) => (
              <Head key={of.key} of={of} sort={sort} onSort={onSort} className="pr-4 text-right" />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FleetRow
              key={row.account.id}
              row={row}
              range={range}
              picture={pictureOf(row.account.id)}
              {...choosing}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type HeadProps = {
  of: { key: SortKey; word: Message; hint?: Message }
  sort: Sort
  onSort: (key: SortKey) => void
  className: string
}

function Head({ of: { key, word, hint }, sort, onSort, className }: HeadProps) {
  const isSorted = sort.key === key
  const Arrow = sort.isUp ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"
      title={hint && t(hint)}
      aria-sort={isSorted ? (sort.isUp ? "ascending" : "descending") : undefined}
      className={className}
    >
      <button
        type="button"
        onClick={() => onSort(key)}
        className={cn(
          "inline-flex min-h-7 items-center gap-1 rounded-inner hover:text-ink",
          isSorted && "font-strong text-ink",
        )}
      >
        {/* Before the word where figures stand at the right, so that the word stands above them. */}
        <Arrow
          aria-hidden
          className={cn("size-3", !isSorted && "invisible", key === "name" && "order-last")}
        />
        {t(word)}
      </button>
    </th>
  )
}

const NOT_LOOKED_AT = m("Nobody has looked at it yet.")
const NOT_COUNTED = m("Nobody counted on any of these days.")

type FleetRowProps = Choosing & { row: FleetAccount; range: Range; picture: string | null }

function FleetRow({ row, range, picture, chosen, onChoose }: FleetRowProps) {
  const { account, followers, followers_net, views, engagement_rate, posts } = row
  const isChosen = chosen.includes(account.id)
  const isFull = !isChosen && chosen.length >= MOST_COMPARED
  const change = viewsChange(row)
  const why = t(account.updated_at ? NOT_COUNTED : NOT_LOOKED_AT)
  return (
    <tr className="group *:h-12 *:border-line *:border-b last:*:border-b-0 hover:*:bg-tint">
      <th scope="row" className="sticky left-0 z-[1] bg-raised pr-4 pl-4 text-left font-normal">
        <span className="flex items-center gap-3">
          <input
            type="checkbox"
            aria-label={t("Compare {handle}", { handle: account.handle })}
            title={isFull ? t("{most} accounts at most are compared", { most: MOST_COMPARED }) : undefined}
            className="size-4 shrink-0 accent-accent"
            checked={isChosen}
            disabled={isFull}
            onChange={(event) => onChoose(account.id, event.target.checked)}
          />
          <Avatar name={account.nickname} url={picture} size="small" />
          <span className="grid w-26 min-w-0 tablet:w-auto tablet:max-w-60">
            <AppLink
              href={accountPage(account.id, range)}
              className="truncate font-strong text-ink no-underline hover:underline"
            >
              {account.nickname}
            </AppLink>
            <span className="truncate text-12 text-muted">{account.handle}</span>
          </span>
        </span>
      </th>
      <Cell>
        <Count value={followers} />
      </Cell>
      <Cell>
        <Change value={followers_net} why={why} />
      </Cell>
      <Cell>
        <Count value={views} why={why} />
      </Cell>
      <Cell>
        {change === null ? (
          <Unknown why={t("There are no views of as many days before.")} />
        ) : (
          signedPercent(change)
        )}
      </Cell>
      <Cell>
        <Share value={engagement_rate} />
      </Cell>
      <Cell>
        <Count value={account.updated_at ? posts : null} why={t(NOT_LOOKED_AT)} />
      </Cell>
      <td className="pr-4 text-right whitespace-nowrap text-muted">
        {account.updated_at ? fromNow(account.updated_at) : <Unknown why={t(NOT_LOOKED_AT)} />}
      </td>
    </tr>
  )
}

function Cell({ children }: { children: ReactNode }) {
  return <td className="tabular pr-4 text-right">{children}</td>
}
