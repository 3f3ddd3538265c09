import { vi } from "vitest"

export type Heard = { method: string; path: string; body: unknown; headers: Headers }
type Reply = (heard: Heard) => Response | Promise<Response>
type Routes = Record<string, unknown | Reply>

/**
 * Stand in for the API: `{"GET /api/v1/posts": body}`, or a function of the request. What no route answers fails the
 * test. Returns everything that was asked.
 */
export function fakeApi(routes: Routes): Heard[] {
  const heard: Heard[] = []
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const request =
      input instanceof Request ? input : new Request(new URL(String(input), location.href), init)
    const url = new URL(request.url)
    const text = await request.text()
    const one = {
      method: request.method,
      path: url.pathname + url.search,
      body: text ? JSON.parse(text) : null,
      headers: request.headers,
    }
    heard.push(one)
    const key = [`${one.method} ${one.path}`, `${one.method} ${url.pathname}`].find((name) => name in routes)
    if (key === undefined) throw new Error(`Nothing answers ${one.method} ${one.path} in this test`)
    const reply = routes[key]
    return typeof reply === "function" ? (reply as Reply)(one) : Response.json(reply)
  })
  return heard
}

/** Answer with the API's kind of refusal. */
export function refusal(
  status: number,
  code: string,
  detail: string,
  fields: Record<string, string> = {},
): Response {
  const errors = Object.entries(fields).map(([field, message]) => ({ field, message, code }))
  return Response.json({ type: "about:blank", title: detail, status, code, detail, errors }, { status })
}

/** Until a test says otherwise, nothing may be asked. */
export function refuseUnexpected(): void {
  fakeApi({})
}
