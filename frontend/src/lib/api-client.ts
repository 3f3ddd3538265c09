import createClient from "openapi-fetch"
import { ApiError, offline, toApiError } from "./api/api-error"
import type { paths } from "./api/schema.gen"

/** Our own header: another site cannot send it without asking first, and it is told no. */
export const OUR_HEADER = { "X-Carillon": "1" }

type Transport = (request: Request) => Promise<Response>

// Looked up at each call, so that a test can stand in for the network.
let transport: Transport = (request) => fetch(request)

/** Have requests go another way than through the browser's network: on the server they go to the API itself. */
export function setTransport(next: Transport): void {
  transport = next
}

/** The API as the browser sees it: same origin, through the session routes, typed by the API's own schema. */
export const api = createClient<paths>({
  baseUrl: typeof window === "undefined" ? "http://api.invalid" : window.location.origin,
  headers: OUR_HEADER,
  fetch: (request) => transport(request).catch(refuseOffline),
})

type Answer<Data> = { data?: Data; error?: unknown; response: Response }

/**
 * Wait for an answer and return its body.
 *
 * @throws ApiError with the API's sentence when it refused, or one of ours when there was no answer
 */
export async function unwrap<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await call
  if (!response.ok) throw toApiError(response.status, error)
  return data as Data
}

/**
 * Wait for an answer that is a file, asked for with `parseAs: "stream"`, and return it unread.
 *
 * @throws ApiError as `unwrap` does
 */
export async function unwrapFile(call: Promise<Answer<unknown>>): Promise<Response> {
  const { error, response } = await call
  if (!response.ok) throw toApiError(response.status, error)
  return response
}

/** POST to a session route, which is not part of the API. */
export async function postSession(path: string, payload?: unknown): Promise<void> {
  const body = payload === undefined ? null : JSON.stringify(payload)
  const headers = { ...OUR_HEADER, "content-type": "application/json" }
  const answer = await fetch(path, { method: "POST", headers, body }).catch(refuseOffline)
  if (!answer.ok) throw toApiError(answer.status, await answer.json().catch(() => null))
}

/** Return the address, under our own origin, of a picture or clip that the API named. */
export function mediaUrl(path: string): string {
  return path.startsWith("/api/") ? path : `/api/v1${path}`
}

function refuseOffline(error: unknown): never {
  if (error instanceof DOMException && error.name === "AbortError") throw error
  throw offline()
}

export { ApiError }
