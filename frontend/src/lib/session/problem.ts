import { t } from "@/lib/i18n"

/** Answer with an RFC 9457 problem, in the shape the API uses. */
export function problem(status: number, code: string, detail: string, headers: HeadersInit = {}): Response {
  const answer = Response.json(
    { type: "about:blank", title: detail, status, code, detail, errors: [] },
    { status },
  )
  for (const [name, value] of new Headers(headers)) answer.headers.append(name, value)
  answer.headers.set("content-type", "application/problem+json")
  answer.headers.set("cache-control", "no-store")
  return answer
}

export const notSignedIn = (headers?: HeadersInit) =>
  problem(
    401,
    "not_signed_in",
    t("You are signed out. Sign in again to go on; what you typed is kept."),
    headers,
  )

export const apiUnreachable = () =>
  problem(
    502,
    "api_unreachable",
    t("The Carillon server is not answering. What you typed is kept; try again in a moment."),
  )
