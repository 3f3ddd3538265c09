import { t } from "@/lib/i18n"
import { clearCookie, type Session, sessionOf, setCookie } from "./cookie"
import { refuseForeign } from "./guard"
import { toBrowserHeaders, toUpstreamHeaders } from "./headers"
import { apiUnreachable, notSignedIn, problem } from "./problem"
import { isStale, refresh, SessionEnded } from "./refresh"
import { callApi, Unreachable } from "./upstream"

const MIB = 1024 * 1024
const MOST_STREAMED = 64 * MIB
const MOST_BUFFERED = MIB
/** Signing in and out goes through /session, which keeps the tokens; these would hand them to the page. */
const NOT_FORWARDED = /^\/api\/v1\/auth\/(login|register|refresh|logout)$/
const PLAIN_PATH = /^\/api\/v1(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+\/?$/

const BODILESS = new Set(["GET", "HEAD"])

type Body = Uint8Array | ReadableStream<Uint8Array> | null

/** Pass one request of the browser on to the API (or another server of ours), with the access token of its session. */
export async function forward(request: Request, server?: URL): Promise<Response> {
  const url = new URL(request.url)
  const refusal = refuseForeign(request) ?? refusePath(url) ?? refuseBody(request)
  if (refusal) return refusal
  const session = sessionOf(request)
  if (!session) return notSignedIn({ "set-cookie": clearCookie() })
  try {
    return await forwardAs(session, request, url.pathname + url.search, server)
  } catch (error) {
    if (error instanceof SessionEnded) return notSignedIn({ "set-cookie": clearCookie() })
    if (error instanceof Unreachable) return apiUnreachable()
    throw error
  }
}

async function forwardAs(
  session: Session,
  request: Request,
  path: string,
  server: URL | undefined,
): Promise<Response> {
  const body = await bodyOf(request)
  const send = (current: Session) => sendTo(server, request, path, body, current)
  let current = isStale(session) ? await refresh(session) : session
  let answer = await send(current)
  if (answer.status === 401) {
    await answer.body?.cancel()
    current = await refresh(current)
    if (body instanceof ReadableStream) return sendAgain(current)
    answer = await send(current)
  }
  const headers = toBrowserHeaders(answer.headers)
  if (current !== session) headers.append("set-cookie", setCookie(current))
  return new Response(answer.body, { status: answer.status, headers })
}

/** A streamed body cannot be sent twice from here; the uploader asks for the offset and goes on. */
function sendAgain(session: Session): Response {
  const headers = { "retry-after": "0", "set-cookie": setCookie(session) }
  return problem(503, "session_renewed", t("The session was renewed. Send this piece again."), headers)
}

function sendTo(
  server: URL | undefined,
  request: Request,
  path: string,
  body: Body,
  session: Session,
): Promise<Response> {
  const headers = toUpstreamHeaders(request.headers, session.accessToken)
  const length = body instanceof Uint8Array ? body.length : request.headers.get("content-length")
  if (!BODILESS.has(request.method)) headers["content-length"] = String(length ?? 0)
  return callApi({ method: request.method, path, headers, body, signal: request.signal, server })
}

/** Small JSON is held so that it can be sent again after a refresh; a piece of a file only flows through. */
async function bodyOf(request: Request): Promise<Body> {
  if (!request.body || BODILESS.has(request.method)) return null
  return isStreamed(request) ? request.body : new Uint8Array(await request.arrayBuffer())
}

function isStreamed(request: Request): boolean {
  return request.headers.get("content-type") === "application/offset+octet-stream"
}

function refusePath(url: URL): Response | null {
  const plain = PLAIN_PATH.test(url.pathname) && !url.pathname.split("/").includes("..")
  if (plain && !NOT_FORWARDED.test(url.pathname.replace(/\/$/, ""))) return null
  return problem(404, "not_found", t("There is nothing at this address."))
}

function refuseBody(request: Request): Response | null {
  if (request.headers.has("transfer-encoding")) {
    return problem(411, "length_required", t("Say how long the body is."))
  }
  const length = Number(request.headers.get("content-length") ?? 0)
  const most = isStreamed(request) ? MOST_STREAMED : MOST_BUFFERED
  if (length <= most) return null
  return problem(413, "body_too_large", t("A request may carry at most {size} MiB.", { size: most / MIB }))
}
