import { type FetchQueryOptions, QueryClient, type QueryKey } from "@tanstack/react-query"
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
type AnyQuery = FetchQueryOptions<any, any, any, any>

/** What was answered, by the query's key; `at` in milliseconds. */
type Answered = { key: QueryKey; data: unknown; at: number }

/**
 * Ask for what a page shows before it is sent, so that it arrives with its data; whatever fails is asked for by the browser.
 *
 * Only for server components.
 */
export async function preload(...queries: AnyQuery[]): Promise<Answered[]> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  await Promise.all(queries.map((query) => client.prefetchQuery(query)))
  return client
    .getQueryCache()
    .getAll()
    .filter(({ state }) => state.status === "success")
    .map(({ queryKey, state }) => ({ key: queryKey, data: state.data, at: state.dataUpdatedAt }))
}
