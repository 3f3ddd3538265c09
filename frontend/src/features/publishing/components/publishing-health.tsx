"use client"

import { useQuery } from "@tanstack/react-query"
import { Failed } from "@/components/ui/failed"
import { Notice } from "@/components/ui/notice"
import { Skeleton } from "@/components/ui/skeleton"
import type { PublishingHealth as Health } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { healthQueries } from "../api/health-queries"
import { agoWords } from "../health-words"
import { Restored } from "./restored"

type PublishingHealthProps = { zone: string; mayRelease: boolean }

/** Whether posts go out on this server: its signs of life, and what a restore has left to decide. */
export function PublishingHealth({ zone, mayRelease }: PublishingHealthProps) {
  const health = useQuery(healthQueries.now())
  if (!health.data)
    return health.isError ? (
      <Failed error={health.error} retry={() => health.refetch()} />
    ) : (
      <Skeleton className="h-14 w-full" />
    )
  const { sweeper, clock, quarantine } = health.data
  return (
    <div className="grid gap-3">
      {quarantine ? <Restored quarantine={quarantine} zone={zone} mayRelease={mayRelease} /> : null}
      <dl className="grid gap-1">
        <Sign name={t("Last sweep for posts that are due")} sign={sweeper} />
        <Sign name={t("Last tick of the clock")} sign={clock} />
      </dl>
      {[sweeper, clock].map(({ sentence }) =>
        sentence ? (
          <Notice key={sentence} kind="warning">
            {sentence}
          </Notice>
        ) : null,
      )}
    </div>
  )
}

function Sign({ name, sign }: { name: string; sign: Health["sweeper"] }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-muted">{name}</dt>
      <dd className="tabular">{agoWords(sign.seconds_ago)}</dd>
    </div>
  )
}
