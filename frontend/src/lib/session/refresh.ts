import { createHash } from "node:crypto"
import type { Session } from "./cookie"
import { postJson, type SessionAnswer, toSession } from "./tokens"
import { Unreachable } from "./upstream"

/** The API ended this session; only signing in again helps. */
export class SessionEnded extends Error {}

const MARGIN_MS = 30_000
/** Requests that left the browser before it had the new cookie still carry the old one: they get the same new pair. */
const REMEMBER_MS = 60_000

/**
 * One for the whole process: the parts of the web server are bundled apart, and each would have a map of its own. For the same reason
 * what went wrong is kept in words: an error of one part is of no class that another part knows.
 */
type Outcome = { session: Session } | { ended: true } | { unreachable: string }
const KEPT = Symbol.for("carillon.refreshes")
const kept = globalThis as { [KEPT]?: Map<string, Promise<Outcome>> }
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
export async function refresh(session: Session): Promise<Session> {
  const outcome = await refreshOnce(session)
  if ("session" in outcome) return outcome.session
  throw "ended" in outcome ? new SessionEnded() : new Unreachable(outcome.unreachable)
}

function refreshOnce(session: Session): Promise<Outcome> {
  const key = createHash("sha256").update(session.refreshToken).digest("base64")
  const running = refreshes.get(key)
  if (running) return running
  const started = askForNewPair(session)
  refreshes.set(key, started)
  const forget = () => refreshes.delete(key)
  started.then(
    (outcome) => ("session" in outcome ? setTimeout(forget, REMEMBER_MS).unref() : forget()),
    forget,
  )
  return started
}

async function askForNewPair(session: Session): Promise<Outcome> {
  try {
    const answer = await postJson("/api/v1/auth/refresh", { refresh_token: session.refreshToken })
    if (answer.ok) return { session: toSession((await answer.json()) as SessionAnswer) }
    if (answer.status < 500 && answer.status !== 429) return { ended: true }
    return { unreachable: `refresh answered ${answer.status}` }
  } catch (error) {
    if (error instanceof Unreachable) return { unreachable: error.message }
    throw error
  }
}
