import { keepPreviousData, queryOptions } from "@tanstack/react-query"
import { api, unwrap } from "@/lib/api-client"

type Question = { accountIds: string[]; at: number; staggerMin: number; postId: string | null }

export const quotaQueries = {
  all: ["quota"] as const,
  /** What TikTok still takes from these accounts around a time, all of them in one call. */
  ask: ({ accountIds, at, staggerMin, postId }: Question) =>
    queryOptions({
      queryKey: [...quotaQueries.all, accountIds, at, staggerMin, postId],
      queryFn: ({ signal }) =>
        unwrap(
          api.POST("/api/v1/quota", {
            body: {
              targets: accountIds.map((account_id) => ({ account_id, post_mode: "DIRECT_POST" as const })),
              at: new Date(at).toISOString(),
              stagger_min: staggerMin,
              post_id: postId,
            },
            signal,
          }),
        ),
      placeholderData: keepPreviousData,
      staleTime: 10_000,
    }),
}
