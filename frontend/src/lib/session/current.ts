import { cookies, headers } from "next/headers"
import { redirect } from "next/navigation"
import { cookieName, open, type Session } from "./cookie"

/** Return the session of this page's request, if it carries a cookie that opens; whether it still counts, the API decides. */
export async function currentSession(): Promise<Session | null> {
  return open((await cookies()).get(cookieName())?.value)
}

export async function hasSession(): Promise<boolean> {
  return (await currentSession()) !== null
}

/** Send a visitor without a session to the sign-in page, and back here afterwards. */
export async function requireSession(): Promise<void> {
  if (await hasSession()) return
  const path = (await headers()).get("x-carillon-path") ?? "/"
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`)
}
