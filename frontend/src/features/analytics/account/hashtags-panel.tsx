"use client"

import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Failed } from "@/components/ui/failed"
import { Skeleton } from "@/components/ui/skeleton"
import { t } from "@/lib/i18n"
import { analyticsQueries } from "../api/analytics-queries"
import { Panel } from "../components/panel"
import { useAddress } from "../use-address"
import { HashtagsTable } from "./hashtags-table"

const FEW = 10

/** Which hashtags go with more or fewer views than usual. */
export function HashtagsPanel({ accountId }: { accountId: string }) {
  const { range } = useAddress()
  const [showsAll, setShowsAll] = useState(false)
  const hashtags = useQuery(analyticsQueries.hashtags(accountId, range))
  const data = hashtags.data
  return (
    <Panel
      title={t("Hashtags")}
      note={t(
        "Views at 24 hours against the account's usual. They go with more or fewer views; they need not be why.",
      )}
      isOld={hashtags.isPlaceholderData}
    >
      {hashtags.isPending ? <Skeleton className="h-60 w-full" /> : null}
      {hashtags.isError && !data ? <Failed error={hashtags.error} retry={() => hashtags.refetch()} /> : null}
      {data?.items.length === 0 ? (
        <p className="py-6 text-center text-muted">
          {data.is_known
            ? t("No post of these days has a hashtag.")
            : `${data.reason} ${t("A longer range may tell more.")}`}
        </p>
      ) : null}
      {data && data.items.length > 0 ? (
        <HashtagsTable items={showsAll ? data.items : data.items.slice(0, FEW)} />
      ) : null}
      {data && data.items.length > FEW ? (
        <Button
          size="small"
          kind="quiet"
          className="justify-self-start"
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll
            ? t("Only the first {count}", { count: FEW })
            : t("All {count}", { count: data.items.length })}
        </Button>
      ) : null}
    </Panel>
  )
}
