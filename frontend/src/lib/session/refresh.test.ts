// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { json, StandInApi } from "@/testing/stand-in-api"
import type { Session } from "./cookie"

let api = new StandInApi()

beforeEach(() => {
  api = new StandInApi()
})

afterEach(() => api.stop())

/** A part of the web server, bundled apart: its errors are of classes of its own. */
async function makePart() {
  vi.resetModules()
  const [{ refresh, SessionEnded }, { Unreachable }, testing] = await Promise.all([
    import("./refresh"),
    import("./upstream"),
    import("@/testing/stand-in-api"),
  ])
  return { refresh, SessionEnded, Unreachable, testing }
}

it.each([
  [401, "SessionEnded"],
  [503, "Unreachable"],
] as const)("what one part asked, another understands: %i is %s to both", async (status, name) => {
  const address = await api.start((_, response) => void setTimeout(() => json(response, status, {}), 50))
  const now = Date.now()
  const session: Session = {
    accessToken: "old",
    accessExpiresAt: now,
    refreshToken: `refresh-${name}`,
    refreshExpiresAt: now + 60_000,
  }
  const parts = [await makePart(), await makePart()]
  for (const { testing } of parts) testing.setServerEnv(address)

  const outcomes = await Promise.allSettled(parts.map(({ refresh }) => refresh(session)))

  expect(api.asked).toHaveLength(1)
  expect(parts[0]?.[name]).not.toBe(parts[1]?.[name])
  outcomes.forEach((outcome, index) => {
    expect(outcome).toMatchObject({ status: "rejected", reason: expect.any(parts[index]?.[name]) })
  })
})
