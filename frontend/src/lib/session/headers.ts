import { readerLanguage } from "@/lib/reader-locale"

/** Of what the browser sends, only these reach the API. Cookies, Authorization and X-Forwarded-* never do. */
const REQUEST_HEADERS = [
  "accept",
  "content-type",
  "idempotency-key",
  "if-match",
  "if-modified-since",
  "if-none-match",
  "if-range",
  "last-event-id",
  "range",
  "tus-resumable",
  "upload-length",
  "upload-metadata",
  "upload-offset",
]

/**
 * Of what the API answers, only these reach the browser. Not its Content-Length (Next sets its own framing) and no
 * Content-Encoding: the API is never asked to compress.
 */
const RESPONSE_HEADERS = [
  "accept-ranges",
  "cache-control",
  "carillon-media-id",
  "carillon-media-known",
  "content-disposition",
  "content-range",
  "content-type",
  "etag",
  "last-modified",
  "retry-after",
  "tus-extension",
  "tus-max-size",
  "tus-resumable",
  "tus-version",
  "upload-expires",
  "upload-length",
  "upload-offset",
  "x-accel-buffering",
]

/** The language whose sentences the API is asked for: that of the page, not all that the browser lists. */
export const inReadersLanguage = () => ({ "accept-language": readerLanguage() })

/** Pick what may be forwarded to the API, and say who asks, in which language. */
export function toUpstreamHeaders(incoming: Headers, accessToken: string): Record<string, string> {
  const picked: Record<string, string> = inReadersLanguage()
  for (const name of REQUEST_HEADERS) {
    const value = incoming.get(name)
    if (value !== null) picked[name] = value
  }
  picked.authorization = `Bearer ${accessToken}`
  return picked
}

/** Pick what may be shown to the browser. What the API serves is data: no page of it may ever run a script here. */
export function toBrowserHeaders(answer: Headers): Headers {
  const picked = new Headers({ "cache-control": "no-store" })
  for (const name of RESPONSE_HEADERS) {
    const value = answer.get(name)
    if (value !== null) picked.set(name, value)
  }
  const location = answer.get("location")
  if (location) picked.set("location", pathOf(location))
  picked.set("x-content-type-options", "nosniff")
  picked.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
  return picked
}

/** The API names itself by its own address, which the browser cannot reach. */
function pathOf(location: string): string {
  if (!URL.canParse(location)) return location
  const url = new URL(location)
  return url.pathname + url.search
}
