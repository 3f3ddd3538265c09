import { serverEnv } from "@/lib/env"
import { t } from "@/lib/i18n"
import { problem } from "./problem"

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"])

/**
 * Refuse a state change that another site could have caused; null when the request is ours.
 *
 * Three signs must agree: our own header (which forces a preflight across sites), the Origin, and what
 * the browser says about where the request came from.
 */
export function refuseForeign(request: Request): Response | null {
  if (request.method === "GET" || request.method === "HEAD") return null
  const site = request.headers.get("sec-fetch-site")
  const ours =
    request.headers.get("x-carillon") === "1" &&
    isOurOrigin(request.headers.get("origin")) &&
    (site === null || site === "same-origin")
  return ours
    ? null
    : problem(403, "foreign_request", t("This request did not come from Carillon's own pages."))
}

function isOurOrigin(origin: string | null): boolean {
  if (!origin || !URL.canParse(origin)) return false
  const { publicUrl } = serverEnv()
  const from = new URL(origin)
  if (from.origin === publicUrl.origin) return true
  // On one machine, localhost and 127.0.0.1 are two names for the same page.
  const bothHere = LOOPBACK.has(publicUrl.hostname) && LOOPBACK.has(from.hostname)
  return bothHere && from.port === publicUrl.port && from.protocol === publicUrl.protocol
}
