import { cookieName, type Session, sessionOf, setCookie } from "./cookie"
import { isStale, refresh } from "./refresh"

export type Renewed = { cookie: string; setCookie: string }

/**
 * Give a page's request a session that lasts for the page, where its own is about to end: the page is drawn with its data then.
 *
 * Nothing is decided here. A session that cannot be renewed is passed on as it is, and the API refuses it.
 */
export async function renewForPage(request: Request): Promise<Renewed | null> {
  const session = sessionOf(request)
  if (!session || !isStale(session)) return null
  const next = await refresh(session).catch(() => null)
  return next && { cookie: replaceIn(request.headers.get("cookie") ?? "", next), setCookie: setCookie(next) }
}

function replaceIn(cookies: string, session: Session): string {
  const [own = ""] = setCookie(session).split(";")
  const others = cookies.split(";").map((one) => one.trim())
  return [...others.filter((one) => !one.startsWith(`${cookieName()}=`)), own].join("; ")
}
