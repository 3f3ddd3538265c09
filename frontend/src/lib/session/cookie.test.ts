// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest"
import { setServerEnv } from "@/testing/stand-in-api"
import { clearCookie, cookieName, open, type Session, seal, sessionOf, setCookie } from "./cookie"

const NOON = Date.UTC(2026, 10, 22, 12)
const session: Session = {
  accessToken: "access.jwt.text",
  accessExpiresAt: NOON + 300_000,
  refreshToken: "refresh-secret",
  refreshExpiresAt: NOON + 43_200_000,
}

describe("the session cookie", () => {
  beforeEach(() => setServerEnv("http://127.0.0.1:1"))

  it("opens to what was sealed, and shows nothing of it", () => {
    const value = seal(session)

    expect(open(value, NOON)).toEqual(session)
    expect(value).not.toContain("refresh-secret")
    expect(Buffer.from(value.slice(3), "base64url").toString("latin1")).not.toContain("refresh-secret")
  })

  it("is different each time, so that two of them cannot be told to be the same session", () => {
    expect(seal(session)).not.toBe(seal(session))
  })

  it("does not open when any byte was changed", () => {
    const value = seal(session)
    for (let at = 3; at < value.length; at += 7) {
      const other = value[at] === "A" ? "B" : "A"
      expect(open(value.slice(0, at) + other + value.slice(at + 1), NOON)).toBeNull()
    }
  })

  it("does not open with another key, cut short, or as nonsense", () => {
    const value = seal(session)
    setServerEnv("http://127.0.0.1:1", "http://localhost:4100", 8)

    expect(open(value, NOON)).toBeNull()
    expect(open(value.slice(0, 20), NOON)).toBeNull()
    expect(open("v1.", NOON)).toBeNull()
    expect(open("nonsense", NOON)).toBeNull()
    expect(open(undefined, NOON)).toBeNull()
  })

  it("does not open after the refresh token's end", () => {
    expect(open(seal(session), session.refreshExpiresAt + 1)).toBeNull()
  })

  it("is plain on http://localhost, where Safari refuses Secure", () => {
    expect(cookieName()).toBe("carillon")
    expect(setCookie(session, NOON)).toMatch(
      /^carillon=v1\..*; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  it("is __Host- and Secure on https, without a Domain", () => {
    setServerEnv("http://127.0.0.1:1", "https://carillon.example")

    const header = setCookie(session, NOON)
    expect(header).toMatch(/^__Host-carillon=/)
    expect(header).toContain("; Secure")
    expect(header).not.toMatch(/domain/i)
    expect(clearCookie()).toMatch(/^__Host-carillon=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  })

  it("is found among other cookies of a request", () => {
    const live = { ...session, refreshExpiresAt: Date.now() + 1_000 }
    const headers = { cookie: `theme=dark; carillon=${seal(live)}; other=1` }

    expect(sessionOf(new Request("http://localhost:4100/", { headers }))?.refreshToken).toBe("refresh-secret")
    expect(sessionOf(new Request("http://localhost:4100/"))).toBeNull()
  })
})
