// @vitest-environment node
import { createHash, randomBytes } from "node:crypto"
import type { ServerResponse } from "node:http"
import { afterEach, describe, expect, it } from "vitest"
import { type Asked, json, StandInApi, setServerEnv } from "@/testing/stand-in-api"
import { open, type Session, seal } from "./cookie"
import { forward } from "./forward"

const ORIGIN = "http://localhost:4100"
const apis: StandInApi[] = []

async function start(answer: (asked: Asked, response: ServerResponse) => void): Promise<StandInApi> {
  const api = new StandInApi()
  apis.push(api)
  setServerEnv(await api.start(answer))
  return api
}

afterEach(() => Promise.all(apis.splice(0).map((api) => api.stop())))

function makeSession(part: Partial<Session> = {}): Session {
  const now = Date.now()
  return {
    accessToken: "old-access",
    accessExpiresAt: now + 300_000,
    refreshToken: `refresh-${randomBytes(6).toString("hex")}`,
    refreshExpiresAt: now + 43_200_000,
    ...part,
  }
}

function ask(path: string, session: Session | null, init: RequestInit & { duplex?: "half" } = {}): Request {
  const headers = new Headers(init.headers)
  headers.set("x-carillon", "1")
  headers.set("origin", ORIGIN)
  if (session) headers.set("cookie", `carillon=${seal(session)}`)
  return new Request(ORIGIN + path, { ...init, headers })
}

function cookieOf(answer: Response): Session | null {
  return open(/carillon=([^;]*)/.exec(answer.headers.get("set-cookie") ?? "")?.[1])
}

/** An API that takes only the newest access token and counts how often it was asked for a new pair. */
function rotatingApi() {
  let pairs = 0
  return (asked: Asked, response: ServerResponse) => {
    if (asked.url === "/api/v1/auth/refresh") {
      pairs += 1
      const pair = { access_token: `access-${pairs}`, refresh_token: `next-${pairs}` }
      return void setTimeout(
        () => json(response, 200, { ...pair, access_expires_in: 300, refresh_expires_in: 43_200 }),
        30,
      )
    }
    const isNew = asked.headers.authorization?.startsWith("Bearer access-")
    json(response, isNew ? 200 : 401, { seen: asked.headers.authorization })
  }
}

const refreshes = (api: StandInApi) => api.asked.filter(({ url }) => url === "/api/v1/auth/refresh")

describe("forwarding a request to the API", () => {
  it("adds the access token and drops everything that is not on the list", async () => {
    const api = await start((_, response) => json(response, 200, { ok: true }))
    const headers = {
      authorization: "Bearer stolen",
      "x-forwarded-for": "1.2.3.4",
      "x-forwarded-host": "evil.example",
      "x-middleware-subrequest": "proxy",
      "x-nonce": "abc",
      "idempotency-key": "k-1",
      range: "bytes=0-9",
    }

    const answer = await forward(ask("/api/v1/posts?status=draft", makeSession(), { headers }))

    expect(answer.status).toBe(200)
    expect(api.asked[0]?.url).toBe("/api/v1/posts?status=draft")
    const sent = api.asked[0]?.headers ?? {}
    expect(sent.authorization).toBe("Bearer old-access")
    expect(sent["idempotency-key"]).toBe("k-1")
    expect(sent.range).toBe("bytes=0-9")
    for (const name of [
      "cookie",
      "x-forwarded-for",
      "x-forwarded-host",
      "x-middleware-subrequest",
      "x-nonce",
    ]) {
      expect(sent[name]).toBeUndefined()
    }
  })

  it("shows the browser only harmless headers, never cached, never as a page of ours", async () => {
    await start((_, response) => {
      response.setHeader("set-cookie", "sessionid=1")
      response.setHeader("server", "granian")
      response.setHeader("location", "http://127.0.0.1:9/api/v1/media/uploads/7")
      json(response, 200, {})
    })

    const { headers } = await forward(ask("/api/v1/posts", makeSession()))

    expect(headers.get("set-cookie")).toBeNull()
    expect(headers.get("server")).toBeNull()
    expect(headers.get("location")).toBe("/api/v1/media/uploads/7")
    expect(headers.get("cache-control")).toBe("no-store")
    expect(headers.get("content-security-policy")).toContain("sandbox")
  })

  it.each([
    "/api/v1/auth/login",
    "/api/v1/auth/refresh",
    "/api/v1/auth/register",
    "/api/v1/auth/logout",
    "/api/v1/auth/refresh/",
    "/api/v1/a%2Fb",
    "/api/v1/posts//x",
    "/api/v1/.hidden",
    "/api/v2/posts",
  ])("does not forward %s", async (path) => {
    const api = await start((_, response) => json(response, 200, {}))

    expect((await forward(ask(path, makeSession(), { method: "POST" }))).status).toBe(404)
    expect(api.asked).toEqual([])
  })

  it("asks the API nothing without a session, or from another site", async () => {
    const api = await start((_, response) => json(response, 200, {}))
    const foreign = new Request(`${ORIGIN}/api/v1/posts`, {
      method: "POST",
      headers: { origin: "https://evil.example" },
    })

    expect((await forward(ask("/api/v1/posts", null))).status).toBe(401)
    expect((await forward(foreign)).status).toBe(403)
    expect(api.asked).toEqual([])
  })

  it("passes the API's refusal on as it is", async () => {
    await start((_, response) =>
      json(response, 422, { code: "caption_too_long", detail: "Too long.", errors: [] }),
    )

    const answer = await forward(ask("/api/v1/posts", makeSession(), { method: "POST", body: "{}" }))

    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: "caption_too_long" })
  })
})

describe("bodies", () => {
  it("streams a piece of a file through whole, with its length", async () => {
    const api = await start((_, response) => response.writeHead(204, { "upload-offset": "3000000" }).end())
    const piece = randomBytes(3_000_000)
    const headers = {
      "content-type": "application/offset+octet-stream",
      "content-length": String(piece.length),
    }
    const body = new Blob([piece]).stream()

    const answer = await forward(
      ask("/api/v1/media/uploads/7", makeSession(), { method: "PATCH", headers, body, duplex: "half" }),
    )

    expect(answer.status).toBe(204)
    expect(answer.headers.get("upload-offset")).toBe("3000000")
    expect(api.asked[0]?.headers["content-length"]).toBe("3000000")
    expect(sha(api.asked[0]?.body)).toBe(sha(piece))
  })

  it("streams a part of a file back", async () => {
    await start((_, response) => {
      response.writeHead(206, {
        "content-range": "bytes 2-4/10",
        "content-type": "video/mp4",
        "content-length": "3",
      })
      response.end("cde")
    })

    const answer = await forward(
      ask("/api/v1/media/7/file", makeSession(), { headers: { range: "bytes=2-4" } }),
    )

    expect(answer.status).toBe(206)
    expect(answer.headers.get("content-range")).toBe("bytes 2-4/10")
    expect(await answer.text()).toBe("cde")
  })

  it("refuses what is too large before the API hears of it", async () => {
    const api = await start((_, response) => json(response, 200, {}))
    const large = (length: number, type: string) => ({
      method: "PATCH",
      headers: { "content-length": String(length), "content-type": type },
      body: "x",
    })

    const file = await forward(
      ask("/api/v1/media/uploads/7", makeSession(), large(68_000_000, "application/offset+octet-stream")),
    )
    const text = await forward(ask("/api/v1/posts", makeSession(), large(2_000_000, "application/json")))

    expect([file.status, text.status]).toEqual([413, 413])
    expect(api.asked).toEqual([])
  })

  it("says when the API cannot be reached, and keeps the session", async () => {
    setServerEnv("http://127.0.0.1:9")

    const answer = await forward(ask("/api/v1/posts", makeSession()))

    expect(answer.status).toBe(502)
    expect(await answer.json()).toMatchObject({ code: "api_unreachable" })
    expect(answer.headers.get("set-cookie")).toBeNull()
  })
})

describe("refreshing the session", () => {
  it("renews before the token's last 30 seconds, and keeps the new pair in the cookie", async () => {
    const api = await start(rotatingApi())
    const session = makeSession({ accessExpiresAt: Date.now() + 20_000 })

    const answer = await forward(ask("/api/v1/posts", session))

    expect(await answer.json()).toEqual({ seen: "Bearer access-1" })
    expect(refreshes(api).map(({ body }) => JSON.parse(body.toString()))).toEqual([
      { refresh_token: session.refreshToken },
    ])
    expect(cookieOf(answer)).toMatchObject({ accessToken: "access-1", refreshToken: "next-1" })
  })

  it("renews once when the API says 401, and sends the same JSON again", async () => {
    const api = await start(rotatingApi())

    const answer = await forward(
      ask("/api/v1/posts", makeSession(), { method: "POST", body: '{"caption":"a"}' }),
    )

    expect(answer.status).toBe(200)
    expect(api.asked.at(-1)?.body.toString()).toBe('{"caption":"a"}')
    expect(refreshes(api)).toHaveLength(1)
  })

  it("asks the API once however many requests arrive with the same old cookie, also a little later", async () => {
    const api = await start(rotatingApi())
    const session = makeSession({ accessExpiresAt: 0 })

    const answers = await Promise.all(
      Array.from({ length: 12 }, () => forward(ask("/api/v1/posts", session))),
    )
    const late = await forward(ask("/api/v1/auth/me", session))

    expect(refreshes(api)).toHaveLength(1)
    for (const answer of [...answers, late]) {
      expect(answer.status).toBe(200)
      expect(cookieOf(answer)?.refreshToken).toBe("next-1")
    }
  })

  it("asks for a piece of a file again instead of sending half of it twice", async () => {
    const api = await start(rotatingApi())
    const headers = { "content-type": "application/offset+octet-stream", "content-length": "4" }
    const body = new Blob(["abcd"]).stream()

    const answer = await forward(
      ask("/api/v1/media/uploads/7", makeSession(), { method: "PATCH", headers, body, duplex: "half" }),
    )

    expect(answer.status).toBe(503)
    expect(cookieOf(answer)?.accessToken).toBe("access-1")
    expect(api.asked.filter(({ method }) => method === "PATCH")).toHaveLength(1)
  })

  it("ends the session in the browser when the API has ended it", async () => {
    await start((_, response) => json(response, 401, { code: "session_ended", detail: "Over.", errors: [] }))

    const answer = await forward(ask("/api/v1/posts", makeSession()))

    expect(answer.status).toBe(401)
    expect(answer.headers.get("set-cookie")).toMatch(/^carillon=; Max-Age=0/)
  })

  it("does not end it when the API is only in trouble", async () => {
    await start((asked, response) => json(response, asked.url.endsWith("/refresh") ? 500 : 401, {}))

    const answer = await forward(ask("/api/v1/posts", makeSession()))

    expect(answer.status).toBe(502)
    expect(answer.headers.get("set-cookie")).toBeNull()
  })
})

function sha(bytes: Buffer | undefined): string {
  return createHash("sha256")
    .update(bytes ?? "")
    .digest("hex")
}
