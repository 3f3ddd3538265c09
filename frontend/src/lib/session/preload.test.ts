// @vitest-environment node
import { createServer, get } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, describe, expect, it, vi } from "vitest"
import { homeQueries } from "@/features/posts/api/home-queries"
import { followReaders } from "@/lib/follow-readers"
import { readerLocale } from "@/lib/reader-locale"
import { json, StandInApi, setServerEnv } from "@/testing/stand-in-api"
import { type Session, seal, sessionOf } from "./cookie"
import { renewForPage } from "./renew"

const cookies = vi.hoisted(() => ({ value: "" }))
const sent = vi.hoisted(() => ({ headers: {} as Record<string, string> }))
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: cookies.value }) }),
  headers: async () => new Headers(sent.headers),
}))

const { ask, preload } = await import("./preload")
let api = new StandInApi()

afterEach(() => {
  sent.headers = {}
  return api.stop()
})

function makeSession(part: Partial<Session> = {}): Session {
  const now = Date.now()
  return {
    accessToken: "access",
    accessExpiresAt: now + 300_000,
    refreshToken: `refresh-${Math.random()}`,
    refreshExpiresAt: now + 43_200_000,
    ...part,
  }
}

async function start(part: Partial<Session> = {}): Promise<void> {
  api = new StandInApi()
  setServerEnv(
    await api.start(({ url }, response) => {
      if (url === "/api/v1/auth/refresh") {
        const pair = { access_token: "new-access", refresh_token: "new-refresh" }
        return json(response, 200, { ...pair, access_expires_in: 300, refresh_expires_in: 43_200 })
      }
      json(response, 200, { waiting: [], waiting_count: 0, today: [], today_count: 0, next: [] })
    }),
  )
  cookies.value = seal(makeSession(part))
}

describe("a page that comes with its data", () => {
  it("asks the API as its reader, and holds the answer under the query's key", async () => {
    await start()

    const answers = await preload(homeQueries.show())

    expect(api.asked.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ["/api/v1/home", "Bearer access"],
    ])
    expect(answers).toMatchObject([{ key: ["home"], data: { waiting_count: 0 } }])
    expect(JSON.stringify(answers)).not.toContain("access")
  })

  it("gives an answer that others hang on, and nothing where there is none", async () => {
    await start()
    expect(await ask(homeQueries.show())).toMatchObject({ waiting_count: 0 })
    await api.stop()
    expect(await ask(homeQueries.show())).toBeUndefined()
  })

  it("asks nothing for a page that the app itself turns to: the browser knows already", async () => {
    await start()
    sent.headers = { "sec-fetch-dest": "empty" }

    expect(await preload(homeQueries.show())).toEqual([])
    expect(await ask(homeQueries.show())).toBeUndefined()
    expect(api.asked).toEqual([])

    sent.headers = { "sec-fetch-dest": "document" }
    expect(await preload(homeQueries.show())).toHaveLength(1)
  })

  it("comes without it where the session is about to end or the API does not answer", async () => {
    await start({ accessExpiresAt: Date.now() + 1_000 })
    expect(await preload(homeQueries.show())).toEqual([])
    const asked = api.asked.length
    await api.stop()

    cookies.value = seal(makeSession())
    expect(await preload(homeQueries.show())).toEqual([])
    expect(api.asked).toHaveLength(asked)
  })
})

describe("the session of a page", () => {
  const opened = (session: Session) =>
    new Request("http://localhost:4100/", { headers: { cookie: `theme=dark; carillon=${seal(session)}` } })

  it("is renewed where it is about to end, for the page and for the browser", async () => {
    await start()
    const renewed = await renewForPage(opened(makeSession({ accessExpiresAt: Date.now() + 1_000 })))

    const page = new Request("http://localhost:4100/", { headers: { cookie: renewed?.cookie ?? "" } })
    expect(sessionOf(page)?.accessToken).toBe("new-access")
    expect(renewed?.cookie).toMatch(/^theme=dark; carillon=v1\./)
    expect(renewed?.setCookie).toMatch(/^carillon=v1\..*HttpOnly/)
  })

  it("is left alone where it lasts, and where the API does not renew it", async () => {
    await start()
    expect(await renewForPage(opened(makeSession()))).toBeNull()
    await api.stop()
    expect(await renewForPage(opened(makeSession({ accessExpiresAt: 0 })))).toBeNull()
  })
})

describe("the reader's language", () => {
  it("is that of the request, also of two at once", async () => {
    followReaders()
    const server = createServer(async (request, response) => {
      await new Promise((resolve) => setTimeout(resolve, request.url === "/slow" ? 60 : 5))
      response.end(readerLocale())
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.address() as AddressInfo
    const read = (path: string, language: string) =>
      new Promise<string>((resolve) => {
        get({ port, path, headers: { "accept-language": language } }, (answer) => {
          answer.setEncoding("utf8").on("data", resolve)
        })
      })

    expect(await Promise.all([read("/slow", "de-AT, en;q=0.5"), read("/", "fr")])).toEqual(["de-AT", "fr"])
    expect(readerLocale()).toBe("en-GB")
    await new Promise((resolve) => server.close(resolve))
  })
})
