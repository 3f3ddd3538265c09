import { describe, expect, it } from "vitest"
import { makePublication } from "@/testing/makers"
import { pollEvery } from "./cadence"
import { compactCount, exactCount, fileSize, plural } from "./figures"
import { isPhone } from "./is-phone"
import { safeNext } from "./safe-next"
import { toTheme } from "./theme"

describe("figures", () => {
  it("are rounded honestly", () => {
    const counts = [0, 999, 1_000, 12_431, 128_400, 999_949, 999_950, 1_203_000]
    expect(counts.map(compactCount)).toEqual(["0", "999", "1k", "12.4k", "128k", "1000k", "1M", "1.2M"])
  })

  it("are written in full with thin spaces", () => {
    expect(exactCount(1_234_567)).toBe("1\u202f234\u202f567")
    expect(plural(1, "post")).toBe("1 post")
    expect(plural(2_000, "post")).toBe("2\u202f000 posts")
  })

  it("of files come in a unit people know", () => {
    expect([0, 999, 1_500, 1_055_736, 4_294_967_296].map(fileSize)).toEqual(
      ["0 B", "999 B", "1.5 kB", "1.1 MB", "4.3 GB"].map((text) => text.replace(" ", "\u202f")),
    )
  })
})

describe("safeNext", () => {
  it("lets paths of ours through", () => {
    expect(safeNext("/posts?status=draft")).toBe("/posts?status=draft")
    expect(safeNext("/accounts/connect/callback?code=a&state=b")).toBe(
      "/accounts/connect/callback?code=a&state=b",
    )
  })

  it.each([
    null,
    "",
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/sign-in",
  ])("goes home for %j", (next) => expect(safeNext(next)).toBe("/"))
})

describe("pollEvery", () => {
  const now = Date.parse("2026-11-24T16:58:00Z")

  it("asks often when something goes out within three minutes or is on its way", () => {
    expect(pollEvery([makePublication()], now)).toBe(2_000)
    expect(pollEvery([makePublication({ state: "submitted", due_at: null })], now)).toBe(2_000)
  })

  it("asks often for a while after a public post is out, until its link is known", () => {
    const published = makePublication({ state: "published", published_at: "2026-11-24T16:57:30Z" })
    expect(pollEvery([published], now)).toBe(2_000)
    expect(pollEvery([published], now + 600_000)).toBe(20_000)
  })

  it("asks now and then otherwise", () => {
    expect(pollEvery([], now)).toBe(20_000)
    expect(pollEvery([makePublication()], now - 120_000)).toBe(20_000)
    expect(pollEvery([makePublication({ state: "published", tiktok_url: "https://…" })], now)).toBe(20_000)
    expect(pollEvery([makePublication({ state: "published", privacy_level: "SELF_ONLY" })], now)).toBe(20_000)
  })
})

describe("toTheme", () => {
  it("takes only what it knows", () => {
    expect([toTheme("dark"), toTheme("light"), toTheme("neon"), toTheme(undefined)]).toEqual([
      "dark",
      "light",
      "system",
      "system",
    ])
  })
})

describe("isPhone", () => {
  const asks = (headers: Record<string, string>) => isPhone(new Headers(headers))
  const phone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1"
  const desktop = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0"

  it("believes the hint before the name", () => {
    expect(asks({ "sec-ch-ua-mobile": "?1", "user-agent": desktop })).toBe(true)
    expect(asks({ "sec-ch-ua-mobile": "?0", "user-agent": phone })).toBe(false)
  })

  it("goes by the name where there is no hint", () => {
    expect([phone, desktop].map((name) => asks({ "user-agent": name }))).toEqual([true, false])
    expect(asks({})).toBe(false)
  })
})
