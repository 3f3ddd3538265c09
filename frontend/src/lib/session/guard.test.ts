// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest"
import { setServerEnv } from "@/testing/stand-in-api"
import { refuseForeign } from "./guard"

function post(headers: Record<string, string>): Response | null {
  return refuseForeign(new Request("http://localhost:4100/api/v1/posts", { method: "POST", headers }))
}

const ours = { "x-carillon": "1", origin: "http://localhost:4100", "sec-fetch-site": "same-origin" }

describe("refuseForeign", () => {
  beforeEach(() => setServerEnv("http://127.0.0.1:1"))

  it("lets our own pages through, by either name of this machine", () => {
    expect(post(ours)).toBeNull()
    expect(post({ ...ours, origin: "http://127.0.0.1:4100" })).toBeNull()
  })

  it("lets reading through", () => {
    expect(refuseForeign(new Request("http://localhost:4100/api/v1/posts"))).toBeNull()
  })

  it.each([
    ["without our header", { origin: ours.origin }],
    ["with a wrong value of it", { ...ours, "x-carillon": "yes" }],
    ["without an origin", { "x-carillon": "1" }],
    ["from a null origin", { ...ours, origin: "null" }],
    ["from another site", { ...ours, origin: "https://evil.example" }],
    ["from another port", { ...ours, origin: "http://localhost:4101" }],
    ["from a look-alike", { ...ours, origin: "http://localhost.evil.example:4100" }],
    ["said to be cross-site by the browser", { ...ours, "sec-fetch-site": "cross-site" }],
    ["said to be same-site only", { ...ours, "sec-fetch-site": "same-site" }],
  ])("refuses a change %s", (_, headers) => {
    expect(post(headers)?.status).toBe(403)
  })

  it("does not take loopback for a public address", () => {
    setServerEnv("http://127.0.0.1:1", "https://carillon.example")

    expect(post({ ...ours, origin: "http://localhost:4100" })?.status).toBe(403)
    expect(post({ ...ours, origin: "https://carillon.example" })).toBeNull()
  })
})
