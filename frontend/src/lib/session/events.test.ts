// @vitest-environment node
import { afterEach, describe, expect, it } from "vitest"
import { GET } from "@/app/api/v1/events/route"
import { forgetServerEnv } from "@/lib/env"
import { StandInApi, setServerEnv } from "@/testing/stand-in-api"
import { seal } from "./cookie"

const ORIGIN = "http://localhost:4100"
const live = new StandInApi()

function ask(headers: Record<string, string> = {}): Request {
  const now = Date.now()
  const session = {
    accessToken: "access",
    accessExpiresAt: now + 300_000,
    refreshToken: "refresh",
    refreshExpiresAt: now + 43_200_000,
  }
  return new Request(`${ORIGIN}/api/v1/events`, {
    headers: { cookie: `carillon=${seal(session)}`, ...headers },
  })
}

function setLiveUrl(url: string | undefined): void {
  if (url) process.env.LIVE_URL = url
  else delete process.env.LIVE_URL
  forgetServerEnv()
}

afterEach(async () => {
  await live.stop()
  setLiveUrl(undefined)
})

describe("the stream of live events", () => {
  it("comes from the process of live events as it is said, with the session's token and its last event", async () => {
    setServerEnv("http://127.0.0.1:9")
    setLiveUrl(
      await live.start((_, response) => {
        response.writeHead(200, { "content-type": "text/event-stream", "x-accel-buffering": "no" })
        response.write("event: hello\ndata: {}\n\n")
        setTimeout(() => response.end("event: change\ndata: {}\n\n"), 50)
      }),
    )

    const answer = await GET(ask({ "last-event-id": "7-1", authorization: "Bearer stolen" }))

    expect(answer.headers.get("content-type")).toBe("text/event-stream")
    expect(answer.headers.get("x-accel-buffering")).toBe("no")
    const reader = answer.body?.getReader()
    const first = new TextDecoder().decode((await reader?.read())?.value)
    expect(first).toContain("event: hello")
    expect(first).not.toContain("event: change")
    await reader?.cancel()
    expect(live.asked[0]?.headers).toMatchObject({ authorization: "Bearer access", "last-event-id": "7-1" })
  })

  it("is not for other sites, nor for who is signed out", async () => {
    setServerEnv("http://127.0.0.1:9")
    setLiveUrl("http://127.0.0.1:9")

    expect((await GET(ask({ "sec-fetch-site": "cross-site" }))).status).toBe(403)
    expect((await GET(new Request(`${ORIGIN}/api/v1/events`))).status).toBe(401)
  })

  it("is said to be missing where there is none", async () => {
    setServerEnv("http://127.0.0.1:9")

    expect((await GET(ask())).status).toBe(503)
  })
})
