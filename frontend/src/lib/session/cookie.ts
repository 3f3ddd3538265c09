import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import { serverEnv } from "@/lib/env"

/** What the cookie carries: the API's token pair. Only this server can open it. */
export type Session = {
  accessToken: string
  accessExpiresAt: number
  refreshToken: string
  refreshExpiresAt: number
}

const VERSION = "v1"
const BOUND_TO = Buffer.from("carillon session cookie v1")

/** Return the cookie's name: `__Host-` needs Secure, which Safari refuses on http://localhost. */
export function cookieName(): string {
  return isSecure() ? "__Host-carillon" : "carillon"
}

function isSecure(): boolean {
  return serverEnv().publicUrl.protocol === "https:"
}

/** Encrypt a session with AES-256-GCM under COOKIE_KEY. */
export function seal(session: Session): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", serverEnv().cookieKey, iv)
  cipher.setAAD(BOUND_TO)
  const plain = JSON.stringify([
    session.accessToken,
    session.accessExpiresAt,
    session.refreshToken,
    session.refreshExpiresAt,
  ])
  const body = Buffer.concat([iv, cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()])
  return `${VERSION}.${body.toString("base64url")}`
}

/** Decrypt a cookie's value; null for one that is foreign, altered, or past its time. */
export function open(value: string | undefined, now = Date.now()): Session | null {
  if (!value?.startsWith(`${VERSION}.`)) return null
  try {
    const session = decrypt(Buffer.from(value.slice(VERSION.length + 1), "base64url"))
    return session.refreshExpiresAt > now ? session : null
  } catch {
    return null
  }
}

function decrypt(body: Buffer): Session {
  // A whole tag or nothing: a short one could be guessed.
  const options = { authTagLength: 16 }
  const decipher = createDecipheriv("aes-256-gcm", serverEnv().cookieKey, body.subarray(0, 12), options)
  decipher.setAAD(BOUND_TO)
  decipher.setAuthTag(body.subarray(-16))
  const plain = Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()]).toString("utf8")
  const [accessToken, accessExpiresAt, refreshToken, refreshExpiresAt] = JSON.parse(plain) as [
    string,
    number,
    string,
    number,
  ]
  return { accessToken, accessExpiresAt, refreshToken, refreshExpiresAt }
}

/** Read the session out of a request's Cookie header. */
export function sessionOf(request: Request): Session | null {
  const wanted = `${cookieName()}=`
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim())
  return open(pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length))
}

/** Return the Set-Cookie header that keeps this session in the browser. */
export function setCookie(session: Session, now = Date.now()): string {
  const seconds = Math.max(0, Math.floor((session.refreshExpiresAt - now) / 1000))
  return `${cookieName()}=${seal(session)}; Max-Age=${seconds}; ${attributes()}`
}

/** Return the Set-Cookie header that ends the session in the browser. */
export function clearCookie(): string {
  return `${cookieName()}=; Max-Age=0; ${attributes()}`
}

function attributes(): string {
  return `Path=/; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`
}
