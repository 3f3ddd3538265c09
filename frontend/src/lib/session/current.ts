import { cookies, headers } from "next/headers"
import { redirect } from "next/navigation"
import { cookieName, open } from "./cookie"

/** Tell whether this page's request carries a cookie that opens; whether it still counts, the API decides. */
export async function hasSession(): Promise<boolean> {
  return open((await cookies()).get(cookieName())?.value) !== null
}

/** Send a visitor without a session to the sign-in page, and back here afterwards. */
export async function requireSession(): Promise<void> {
  if (await hasSession()) return
  const path = (await headers()).get("x-carillon-path") ?? "/"
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`)
}
