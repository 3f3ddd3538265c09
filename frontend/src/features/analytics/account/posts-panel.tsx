"use client"

import { useQuery } from "@tanstack/react-query"
import { AppLink } from "@/components/ui/app-link"
import { Failed } from "@/components/ui/failed"
import { Select } from "@/components/ui/field"
import { Skeleton } from "@/components/ui/skeleton"
import type { PostOrder } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { analyticsQueries, PAGE } from "../api/analytics-queries"
import { Panel } from "../components/panel"
import { PostsTable } from "../components/posts-table"
import { useAddress } from "../use-address"
import { orderWords } from "../words"

/** The posts that an account published in the range, a page at a time. */
export function PostsPanel({ accountId, zone }: { accountId: string; zone: string }) {
  const { params, range, address, go } = useAddress()
  const order =
    (Object.keys(orderWords) as PostOrder[]).find((one) => one === params.get("order")) ?? "newest"
  const offset = Math.max(0, Math.trunc(Number(params.get("from"))) || 0)
  const posts = useQuery(analyticsQueries.posts(accountId, range, { order, offset }))
  const items = posts.data?.items
  const next = posts.data?.next_offset
  return (
    <Panel
      title={t("Posts")}
      note={t("Published in these days, with Carillon or in TikTok's own app.")}
      isOld={posts.isPlaceholderData}
      aside={
        <Select
          aria-label={t("Order")}
          className="tablet:w-52"
          value={order}
          onChange={(event) => go({ order: event.target.value, from: "" })}
        >
          {Object.entries(orderWords).map(([value, word]) => (
            <option key={value} value={value}>
              {t(word)}
            </option>
          ))}
        </Select>
      }
    >
      {posts.isPending ? <Skeleton className="h-80 w-full" /> : null}
      {posts.isError && !items ? <Failed error={posts.error} retry={() => posts.refetch()} /> : null}
      {items?.length === 0 ? (
        <p className="py-6 text-center text-muted">
          {offset > 0 ? t("There are no more posts.") : t("Nothing was published in these days.")}
        </p>
      ) : null}
      {items && items.length > 0 ? <PostsTable label={t("Posts")} posts={items} zone={zone} /> : null}
      {offset > 0 || next ? (
        <nav aria-label={t("Pages of posts")} className="flex gap-4 text-13">
          {offset > 0 ? (
            <AppLink scroll={false} href={address({ from: String(Math.max(0, offset - PAGE) || "") })}>
              {t("Posts before")}
            </AppLink>
          ) : null}
          {next ? (
            <AppLink scroll={false} href={address({ from: String(next) })}>
              {t("More posts")}
            </AppLink>
          ) : null}
        </nav>
      ) : null}
    </Panel>
  )
}
