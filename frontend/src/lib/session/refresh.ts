import { createHash } from "node:crypto"
import type { Session } from "./cookie"
import { postJson, type SessionAnswer, toSession } from "./tokens"
import { Unreachable } from "./upstream"

/** The API ended this session; only signing in again helps. */
export class SessionEnded extends Error {}

const MARGIN_MS = 30_000
/** Requests that left the browser before it had the new cookie still carry the old one: they get the same new pair. */
const REMEMBER_MS = 60_000

/** One for the whole process: the parts of the web server are bundled apart, and each would have a map of its own. */
const KEPT = Symbol.for("carillon.refreshes")
const kept = globalThis as { [KEPT]?: Map<string, Promise<Session>> }
kept[KEPT] ??= new Map()
const refreshes = kept[KEPT]

/** Tell whether the access token is too close to its end to start a request with. */
export function isStale(session: Session, now = Date.now()): boolean {
  return session.accessExpiresAt - now < MARGIN_MS
}

/**
 * Trade the refresh token for a new pair; however many requests ask at once, the API is asked once.
 *
 * @throws SessionEnded when the API says the session is over
 * @throws Unreachable when it could not be asked
 */
export function refresh(session: Session): Promise<Session> {
  const key = createHash("sha256").update(session.refreshToken).digest("base64")
  const running = refreshes.get(key)
  if (running) return running
  const started = askForNewPair(session)
  refreshes.set(key, started)
  started.then(
    () => setTimeout(() => refreshes.delete(key), REMEMBER_MS).unref(),
    () => refreshes.delete(key),
  )
  return started
}

async function askForNewPair(session: Session): Promise<Session> {
  const answer = await postJson("/api/v1/auth/refresh", { refresh_token: session.refreshToken })
  if (answer.ok) return toSession((await answer.json()) as SessionAnswer)
  if (answer.status >= 500 || answer.status === 429)
    throw new Unreachable(`refresh answered ${answer.status}`)
  throw new SessionEnded()
}
