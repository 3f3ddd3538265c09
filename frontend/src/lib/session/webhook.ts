import { apiUnreachable, problem } from "./problem"
import { callApi, Unreachable } from "./upstream"

const MOST = 64 * 1024
const PATH = "/api/v1/webhooks/tiktok"

/**
 * Pass a webhook of TikTok's on to the API: its bytes as they came, its signature, and nothing else.
 *
 * No session and no cookie is looked at. Who may speak here is decided by the signature, which the API checks.
 */
export async function forwardWebhook(request: Request): Promise<Response> {
  const body = await readUpTo(MOST, request)
  if (!body) return problem(413, "body_too_large", "A webhook of TikTok's has a few hundred bytes.")
  const headers = {
    "content-type": "application/json",
    "content-length": String(body.length),
    "tiktok-signature": request.headers.get("tiktok-signature") ?? "",
  }
  try {
    const answer = await callApi({ method: "POST", path: PATH, headers, body })
    await answer.body?.cancel()
    // TikTok acts on the status alone; a stranger learns nothing more from the rest.
    return new Response(null, { status: answer.status, headers: { "cache-control": "no-store" } })
  } catch (error) {
    if (error instanceof Unreachable) return apiUnreachable()
    throw error
  }
}

/** Return the whole body; null as soon as there is more of it, whatever its Content-Length says. */
async function readUpTo(most: number, request: Request): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  const reader = request.body?.getReader()
  for (let length = 0; ; ) {
    const next = await reader?.read()
    if (!next?.value) return Buffer.concat(parts)
    length += next.value.length
    if (length > most) return reader?.cancel().then(() => null) ?? null
    parts.push(next.value)
  }
}
