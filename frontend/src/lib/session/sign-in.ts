import { t } from "@/lib/i18n"
import { languageCookie, languageOf } from "@/lib/language"
import { clearCookie, type Session, sessionOf, setCookie } from "./cookie"
import { refuseForeign } from "./guard"
import { toBrowserHeaders, toUpstreamHeaders } from "./headers"
import { apiUnreachable, problem } from "./problem"
import { isStale, refresh } from "./refresh"
import { postJson, type SessionAnswer, toSession } from "./tokens"
import { callApi, Unreachable } from "./upstream"

/** Sign in or up: the tokens go into the cookie, and the page learns only that it worked. */
export async function openSession(request: Request, path: string): Promise<Response> {
  const refusal = refuseForeign(request)
  if (refusal) return refusal
  const payload: unknown = await request.json().catch(() => null)
  if (payload === null) return problem(400, "not_json", t("The form did not arrive whole. Send it again."))
  try {
    const answer = await postJson(path, payload, request.headers.get("user-agent"))
    if (!answer.ok) {
      return new Response(answer.body, { status: answer.status, headers: toBrowserHeaders(answer.headers) })
    }
    const session = (await answer.json()) as SessionAnswer
    const headers = new Headers({ "set-cookie": setCookie(toSession(session)), "cache-control": "no-store" })
    // A browser that is new to somebody speaks their language from here on.
    headers.append("set-cookie", languageCookie(languageOf(session.language, null)))
    return new Response(null, { status: 204, headers })
  } catch (error) {
    if (error instanceof Unreachable) return apiUnreachable()
    throw error
  }
}

/** Sign out here and at the API; the browser forgets the session and its drafts whatever the API says. */
export async function closeSession(request: Request): Promise<Response> {
  const refusal = refuseForeign(request)
  if (refusal) return refusal
  const session = sessionOf(request)
  if (session) await endAtApi(session).catch(() => null)
  const headers = { "set-cookie": clearCookie(), "clear-site-data": '"storage"', "cache-control": "no-store" }
  return new Response(null, { status: 204, headers })
}

async function endAtApi(session: Session): Promise<void> {
  const { accessToken } = isStale(session) ? await refresh(session) : session
  const headers = { ...toUpstreamHeaders(new Headers(), accessToken), "content-length": "0" }
  await callApi({ method: "POST", path: "/api/v1/auth/logout", headers })
}
