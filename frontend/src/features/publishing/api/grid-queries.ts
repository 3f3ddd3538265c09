import { queryOptions } from "@tanstack/react-query"
import type { PostFilter } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { pollEvery } from "@/lib/cadence"
import { publicationQueries } from "./publication-queries"

export type GridFilter = {
  status?: PostFilter | undefined
  q?: string | undefined
  cursor?: string | undefined
}

/** A page of posts by accounts; watched closely while anything in it is on its way. */
export const gridQuery = (filter: GridFilter) =>
  queryOptions({
    queryKey: [...publicationQueries.all, "grid", filter],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/posts/grid", { params: { query: { limit: 50, ...filter } }, signal })),
    refetchInterval: ({ state }) => pollEvery(state.data?.rows.flatMap(({ cells }) => cells) ?? []),
  })
