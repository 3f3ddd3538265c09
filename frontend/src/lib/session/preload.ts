import {
  type FetchInfiniteQueryOptions,
  type FetchQueryOptions,
  QueryClient,
  type QueryKey,
} from "@tanstack/react-query"
import { headers } from "next/headers"
import { cache } from "react"
import { setTransport } from "@/lib/api-client"
import { currentSession } from "./current"
import { toUpstreamHeaders } from "./headers"
import { isStale } from "./refresh"
import { callApi } from "./upstream"

/** A page rather comes without its data than late. */
const LONGEST_MS = 2_000

setTransport(askAsReader)

/** On the server the API is asked directly, as the person whose page is being made. */
async function askAsReader(request: Request): Promise<Response> {
  const session = await currentSession()
  if (!session || isStale(session)) return new Response(null, { status: 401 })
  const { pathname, search } = new URL(request.url)
  return callApi({
    method: request.method,
    path: pathname + search,
    headers: toUpstreamHeaders(new Headers({ accept: "application/json" }), session.accessToken),
    signal: AbortSignal.any([request.signal, AbortSignal.timeout(LONGEST_MS)]),
  })
}

// biome-ignore lint/suspicious/noExplicitAny: queries of any data; nothing is done with it here but passing it on.
type OneQuery = FetchQueryOptions<any, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above.
type ListQuery = FetchInfiniteQueryOptions<any, any, any, any, any>
type AnyQuery = OneQuery | ListQuery

/** What was answered, by the query's key; `at` in milliseconds. */
type Answered = { key: QueryKey; data: unknown; at: number }

/** One for each request, so that the frame and the page do not ask the same twice. */
const clientOfRequest = cache(
  () =>
    new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } }),
)

/**
 * Ask for what a page shows before it is sent, so that it arrives with its data; whatever fails is asked for by the browser.
 *
 * Only for server components. A page that the app itself turns to has what the browser knows already, and does not wait for
 * this.
 */
export async function preload(...queries: AnyQuery[]): Promise<Answered[]> {
  if (!(await isFirstPage())) return []
  const client = clientOfRequest()
  await Promise.all(
    queries.map((query) =>
      // Of a list that goes on, its first page.
      isList(query) ? client.prefetchInfiniteQuery(query) : client.prefetchQuery(query),
    ),
  )
  return queries.flatMap(({ queryKey }) => {
    const state = client.getQueryState(queryKey)
    return state?.status === "success" ? [{ key: queryKey, data: state.data, at: state.dataUpdatedAt }] : []
  })
}

function isList(query: AnyQuery): query is ListQuery {
  return "initialPageParam" in query
}

/** Return what a query is answered for this request, for a page whose further questions hang on it; undefined if it fails. */
export async function ask<Data, Key extends QueryKey>(
  query: FetchQueryOptions<Data, Error, Data, Key>,
): Promise<Data | undefined> {
  if (!(await isFirstPage())) return undefined
  return clientOfRequest()
    .fetchQuery(query)
    .catch(() => undefined)
}

/** Browsers say what they ask for: a document, or ("empty") data for the app. */
async function isFirstPage(): Promise<boolean> {
  return (await headers()).get("sec-fetch-dest") !== "empty"
}
