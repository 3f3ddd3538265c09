"use client"

import { queryOptions, type UseQueryResult, useQueries } from "@tanstack/react-query"
import type { ReactNode } from "react"
import type { CreatorInfo } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { takeTurns } from "../take-turns"

/** Each is a call to TikTok and back; more at once would keep everybody else waiting. */
const inTurns = takeTurns(4)

type Answers = {
  creators: Record<string, CreatorInfo>
  /** How many have not answered yet, and how many could not be asked. */
  asking: number
  failed: number
  retry: () => void
}

type CreatorInfosProps = { accountIds: readonly string[]; children: (answers: Answers) => ReactNode }

/** Ask TikTok what many accounts may do right now, a few at a time. */
export function CreatorInfos({ accountIds, children }: CreatorInfosProps) {
  return children(useQueries({ queries: accountIds.map(ask), combine }))
}

const ask = (id: string) =>
  queryOptions({
    // Not among the accounts: what happens to one of them would have all of these asked again.
    queryKey: ["creator-infos", id] as const,
    queryFn: ({ signal }) =>
      inTurns(() =>
        unwrap(
          api.GET("/api/v1/accounts/{account_id}/creator-info", {
            params: { path: { account_id: id } },
            signal,
          }),
        ),
      ),
    // TikTok wants these asked for whenever a form to post is shown, never taken from a cache.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

function combine(answers: UseQueryResult<CreatorInfo>[]): Answers {
  const failed = answers.filter(({ isError, isFetching }) => isError && !isFetching)
  return {
    creators: Object.fromEntries(answers.flatMap(({ data }) => (data ? [[data.account_id, data]] : []))),
    asking: answers.filter(({ data, isFetching }) => !data && isFetching).length,
    failed: failed.length,
    retry: () => {
      for (const one of failed) void one.refetch()
    },
  }
}
