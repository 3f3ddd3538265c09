import { queryOptions } from "@tanstack/react-query"
import type { Granularity, Metric, PostOrder } from "@/lib/api/types"
import { api, unwrap } from "@/lib/api-client"
import { dayKey } from "@/lib/dates"
import { DAY_MS, type Range } from "../range"

/** What looks at many accounts is asked for again now and then: with each account's look it changes a little. */
const ASK_AGAIN_MS = 60_000
export const PAGE = 20

const all = ["analytics"] as const
/** The second part says whose figures they are: live events name an account. */
const WORKSPACE = "workspace"

/** While another range is on its way the one before stays in sight; another account's figures never do. */
function keepOf(whose: string) {
  return <Data>(before: Data | undefined, query?: { queryKey: readonly unknown[] }): Data | undefined =>
    query?.queryKey[1] === whose ? before : undefined
}

export type SeriesWanted = { metric: Metric; granularity: Granularity }
export type PostsWanted = { order: PostOrder; offset: number }

export const analyticsQueries = {
  all,
  dashboard: (range: Range) =>
    queryOptions({
      queryKey: [...all, WORKSPACE, "dashboard", range],
      queryFn: ({ signal }) =>
        unwrap(api.GET("/api/v1/analytics/dashboard", { params: { query: range }, signal })),
      refetchInterval: ASK_AGAIN_MS,
      placeholderData: keepOf(WORKSPACE),
    }),
  fleet: (range: Range) =>
    queryOptions({
      queryKey: [...all, WORKSPACE, "fleet", range],
      queryFn: ({ signal }) =>
        unwrap(api.GET("/api/v1/analytics/accounts", { params: { query: range }, signal })),
      refetchInterval: ASK_AGAIN_MS,
      placeholderData: keepOf(WORKSPACE),
    }),
  compare: (ids: readonly string[], range: Range) =>
    queryOptions({
      queryKey: [...all, WORKSPACE, "compare", ids, range],
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/analytics/compare", {
            params: { query: { ...range, account_id: [...ids] } },
            signal,
          }),
        ),
      refetchInterval: ASK_AGAIN_MS,
      placeholderData: keepOf(WORKSPACE),
    }),
  metrics: (id: string, range: Range) =>
    queryOptions({
      queryKey: [...all, id, "metrics", range],
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/analytics/accounts/{account_id}/metrics", {
            params: { path: { account_id: id }, query: range },
            signal,
          }),
        ),
      placeholderData: keepOf(id),
    }),
  series: (id: string, range: Range, wanted: SeriesWanted) =>
    queryOptions({
      queryKey: [...all, id, "series", range, wanted],
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/analytics/accounts/{account_id}/timeseries", {
            params: { path: { account_id: id }, query: { ...range, ...wanted } },
            signal,
          }),
        ),
      placeholderData: keepOf(id),
    }),
  forecast: (id: string, metric: "followers" | "views") =>
    queryOptions({
      queryKey: [...all, id, "forecast", metric],
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/analytics/accounts/{account_id}/forecast", {
            params: { path: { account_id: id }, query: { metric, days: 14 } },
            signal,
          }),
        ),
      placeholderData: keepOf(id),
    }),
  bestTimes: (id: string, time_zone: string) =>
    queryOptions({
      queryKey: [...all, id, "best-times", time_zone],
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/analytics/insights/best-times", {
            params: { query: { account_id: id, time_zone } },
            signal,
          }),
        ),
    }),
  hashtags: (id: string, range: Range) =>
    queryOptions({
      queryKey: [...all, id, "hashtags", range],
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/analytics/insights/hashtags", {
            params: { query: { ...range, account_id: id } },
            signal,
          }),
        ),
      placeholderData: keepOf(id),
    }),
  posts: (id: string, range: Range, { order, offset }: PostsWanted) =>
    queryOptions({
      queryKey: [...all, id, "posts", range, order, offset],
      queryFn: ({ signal }) =>
        unwrap(
          api.GET("/api/v1/analytics/posts", {
            params: { query: { ...range, account_id: id, order, offset, limit: PAGE } },
            signal,
          }),
        ),
      placeholderData: keepOf(id),
    }),
  /** The posts of an account from about when one was published. */
  postsAround: (id: string, at: string) =>
    queryOptions({
      queryKey: [...all, id, "posts-around", at],
      queryFn: ({ signal }) => {
        const [since, until] = [-DAY_MS, DAY_MS].map((away) => dayKey(Date.parse(at) + away, "UTC"))
        const query = { range: "custom", since, until, account_id: id, limit: 100 } as const
        return unwrap(api.GET("/api/v1/analytics/posts", { params: { query }, signal }))
      },
    }),
  post: (id: string) =>
    queryOptions({
      queryKey: [...all, "post", id],
      queryFn: ({ signal }) =>
        unwrap(api.GET("/api/v1/analytics/posts/{video_id}", { params: { path: { video_id: id } }, signal })),
      refetchInterval: ASK_AGAIN_MS,
    }),
}
