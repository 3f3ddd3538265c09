import { randomBytes } from "node:crypto"
import { type NextRequest, NextResponse } from "next/server"
import { renewForPage } from "@/lib/session/renew"

/**
 * Give every page its content policy with a fresh nonce, and a session that lasts. This file decides nothing about who may
 * see what: the API does, and would with this file gone.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const policy = contentPolicy(randomBytes(16).toString("base64"))
  const headers = new Headers(request.headers)
  // Next reads the nonce from here; what the browser may have sent under this name is overwritten.
  headers.set("content-security-policy", policy)
  headers.delete("content-security-policy-report-only")
  headers.set("x-carillon-path", request.nextUrl.pathname + request.nextUrl.search)
  const renewed = await renewForPage(request)
  if (renewed) headers.set("cookie", renewed.cookie)
  const response = NextResponse.next({ request: { headers } })
  if (renewed) response.headers.append("set-cookie", renewed.setCookie)
  response.headers.set("content-security-policy", policy)
  if (process.env.PUBLIC_URL?.startsWith("https:")) {
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains")
  }
  return response
}

function contentPolicy(nonce: string): string {
  // React's development build needs eval; the production build does not.
  const evaluation = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ")
}

export const config = {
  // Not the API, the session routes, webhooks, photos for TikTok and the static files: their bodies stream past untouched.
  matcher: "/((?!api/|session/|webhooks/|pull/|healthz$|messages/|_next/static/).*)",
}
