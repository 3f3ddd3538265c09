// @vitest-environment node
import { afterEach, describe, expect, it } from "vitest"
import { json, StandInApi, setServerEnv } from "@/testing/stand-in-api"
import { open, seal } from "./cookie"
import { closeSession, openSession } from "./sign-in"

const ORIGIN = "http://localhost:4100"
const ours = { "x-carillon": "1", origin: ORIGIN, "user-agent": "Firefox/150" }
const tokens = {
  access_token: "secret-access",
  access_expires_in: 300,
  refresh_token: "secret-refresh",
  refresh_expires_in: 43_200,
}
const api = new StandInApi()

afterEach(() => {
  api.asked.length = 0
  return api.stop()
})

const signIn = (body: string, headers: Record<string, string> = ours) =>
  openSession(
    new Request(`${ORIGIN}/session/sign-in`, { method: "POST", headers, body }),
    "/api/v1/auth/login",
  )

describe("signing in", () => {
  it("puts the tokens into the cookie and none of them into the answer", async () => {
    setServerEnv(await api.start((_, response) => json(response, 200, tokens)))

    const answer = await signIn('{"email":"a@b.c","password":"pw"}')

    expect(answer.status).toBe(204)
    expect(await answer.text()).toBe("")
    const value = /carillon=([^;]*)/.exec(answer.headers.get("set-cookie") ?? "")?.[1]
    expect(open(value)).toMatchObject({ accessToken: "secret-access", refreshToken: "secret-refresh" })
    expect(api.asked[0]?.headers["user-agent"]).toBe("Firefox/150")
  })

  it("passes a refusal on and sets no cookie", async () => {
    setServerEnv(
      await api.start((_, response) =>
        json(response, 401, { code: "wrong_credentials", detail: "No.", errors: [] }),
      ),
    )

    const answer = await signIn("{}")

    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ code: "wrong_credentials" })
    expect(answer.headers.get("set-cookie")).toBeNull()
  })

  it("is refused from another site, and for what is not JSON", async () => {
    setServerEnv(await api.start((_, response) => json(response, 200, tokens)))

    expect((await signIn("{}", { origin: "https://evil.example" })).status).toBe(403)
    expect((await signIn("email=a&password=b")).status).toBe(400)
    expect(api.asked).toEqual([])
  })
})

describe("signing out", () => {
  const session = {
    accessToken: "a",
    accessExpiresAt: Date.now() + 300_000,
    refreshToken: "r",
    refreshExpiresAt: Date.now() + 600_000,
  }

  function signOut(): Promise<Response> {
    const headers = { ...ours, cookie: `carillon=${seal(session)}` }
    return closeSession(new Request(`${ORIGIN}/session/sign-out`, { method: "POST", headers }))
  }

  it("ends the session at the API and clears the browser", async () => {
    setServerEnv(await api.start((_, response) => void response.writeHead(204).end()))

    const answer = await signOut()

    expect(answer.status).toBe(204)
    expect(answer.headers.get("set-cookie")).toMatch(/^carillon=; Max-Age=0/)
    expect(answer.headers.get("clear-site-data")).toBe('"storage"')
    expect(api.asked[0]).toMatchObject({ method: "POST", url: "/api/v1/auth/logout" })
    expect(api.asked[0]?.headers.authorization).toBe("Bearer a")
  })

  it("clears the browser also when the API cannot be asked", async () => {
    setServerEnv("http://127.0.0.1:9")

    expect((await signOut()).headers.get("set-cookie")).toMatch(/^carillon=; Max-Age=0/)
  })
})
