import { apiUnreachable } from "./problem"
import { callApi, Unreachable } from "./upstream"

const KEY = /^[A-Za-z0-9_-]{1,80}$/
const NAME = /^[0-9]{1,3}\.jpg$/
const ASK_AGAIN_MS = 500
const PATIENCE_MS = 30_000
const MOST_WAITING = 35
const PASSED_ON = [
  "content-type",
  "content-length",
  "content-range",
  "accept-ranges",
  "cache-control",
  "retry-after",
  "x-content-type-options",
]

let waiting = 0

/**
 * Pass TikTok's fetch of a photo on to the API, which alone decides whether it is served; no session is looked at.
 *
 * TikTok can be here before its own answer to us is stored. Such a request waits here, where waiting takes no thread, and
 * asks again for half a minute; a bounded number of them, the others are told at once to come back.
 */
export async function forwardPull(
  request: Request,
  { key, name }: { key: string; name: string },
): Promise<Response> {
  if (!KEY.test(key) || !NAME.test(name)) return nothing(404)
  const giveUpAt = Date.now() + PATIENCE_MS
  let answer = await ask(request, key, name)
  if (answer.status !== 503 || waiting >= MOST_WAITING) return answer
  waiting += 1
  try {
    while (answer.status === 503 && Date.now() < giveUpAt && !request.signal.aborted) {
      await answer.body?.cancel()
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
      answer = await ask(request, key, name)
    }
    return answer
  } finally {
    waiting -= 1
  }
}

async function ask(request: Request, key: string, name: string): Promise<Response> {
  const range = request.headers.get("range")
  try {
    const answer = await callApi({
      method: request.method === "HEAD" ? "HEAD" : "GET",
      path: `/pull/${key}/${name}`,
      headers: range ? { range } : {},
      signal: request.signal,
    })
    const headers = new Headers()
    for (const header of PASSED_ON) {
      const value = answer.headers.get(header)
      if (value !== null) headers.set(header, value)
    }
    return new Response(answer.body, { status: answer.status, headers })
  } catch (error) {
    if (error instanceof Unreachable) return apiUnreachable()
    throw error
  }
}

function nothing(status: number): Response {
  return new Response(null, { status, headers: { "cache-control": "no-store" } })
}
