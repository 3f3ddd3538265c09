import { serverEnv } from "@/lib/env"
import { t } from "@/lib/i18n"
import { forward } from "@/lib/session/forward"
import { problem } from "@/lib/session/problem"

/** Live events: the stream of the process beside the API, with the session of this browser, for our own pages only. */
export function GET(request: Request): Response | Promise<Response> {
  const site = request.headers.get("sec-fetch-site")
  if (site !== null && site !== "same-origin") {
    return problem(403, "foreign_request", t("This request did not come from Carillon's own pages."))
  }
  const { liveUrl } = serverEnv()
  return liveUrl
    ? forward(request, liveUrl)
    : problem(503, "no_live_events", t("This installation has no live events; pages ask again instead."))
}
