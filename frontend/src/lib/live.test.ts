import { QueryClient } from "@tanstack/react-query"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { pollEvery } from "./cadence"
import { isLive, watch } from "./live"

/** The browser's EventSource, spoken for by the test. */
class StandInSource extends EventTarget {
  static CLOSED = 2
  static made: StandInSource[] = []
  readyState = 1
  constructor(readonly url: string) {
    super()
    StandInSource.made.push(this)
  }
  say(name: string, data: unknown = {}) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }))
  }
  break(readyState: number) {
    this.readyState = readyState
    this.dispatchEvent(new Event("error"))
  }
  close() {
    this.readyState = 2
  }
}

let stop = () => {}
let client: QueryClient

const last = () => StandInSource.made.at(-1) as StandInSource
const stale = (name: string) => client.getQueryState([name, "x"])?.isInvalidated

function setHidden(hidden: boolean) {
  vi.spyOn(document, "hidden", "get").mockReturnValue(hidden)
  document.dispatchEvent(new Event("visibilitychange"))
}

beforeEach(() => {
  vi.useFakeTimers()
  StandInSource.made = []
  vi.stubGlobal("EventSource", StandInSource)
  client = new QueryClient()
  for (const name of ["posts", "publications", "accounts", "notifications", "users"])
    client.setQueryData([name, "x"], 1)
  stop = watch(client)
})

afterEach(() => {
  stop()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe("live events", () => {
  it("ask anew for what shows the changed row, and for nothing else", () => {
    last().say("hello")
    last().say("change", { kind: "publication", id: "1" })
    vi.advanceTimersByTime(300)

    expect([stale("posts"), stale("publications")]).toEqual([true, true])
    expect([stale("accounts"), stale("users")]).toEqual([false, false])
  })

  it("tell how far a look at an account has come, and ask for that account's figures once it ended", () => {
    client.setQueryData(["analytics", "nord", "metrics"], 1)
    client.setQueryData(["analytics", "quiet", "metrics"], 1)
    client.setQueryData(["analytics-refresh", "nord"], 1)
    const isStale = (...key: string[]) => client.getQueryState(key)?.isInvalidated

    last().say("change", { kind: "refresh", id: "nord", state: "running", posts: "20" })
    vi.advanceTimersByTime(300)
    expect([isStale("analytics-refresh", "nord"), isStale("analytics", "nord", "metrics")]).toEqual([
      true,
      false,
    ])

    last().say("change", { kind: "refresh", id: "nord", state: "done", posts: "40" })
    vi.advanceTimersByTime(300)
    expect([isStale("analytics", "nord", "metrics"), isStale("analytics", "quiet", "metrics")]).toEqual([
      true,
      false,
    ])
    expect(stale("posts")).toBe(false)
  })

  it("tell how far an export has come, without asking for any figures again", () => {
    client.setQueryData(["analytics-exports", "list"], 1)
    client.setQueryData(["analytics", "workspace", "dashboard"], 1)
    last().say("change", { kind: "export", id: "1", status: "running", progress: "40" })
    vi.advanceTimersByTime(300)

    expect(client.getQueryState(["analytics-exports", "list"])?.isInvalidated).toBe(true)
    expect(client.getQueryState(["analytics", "workspace", "dashboard"])?.isInvalidated).toBe(false)
    expect(stale("posts")).toBe(false)
  })

  it("gather a flock of changes into one round of requests", () => {
    const asked = vi.spyOn(client, "invalidateQueries")
    for (let number = 0; number < 40; number += 1) last().say("change", { kind: "account", id: number })
    vi.advanceTimersByTime(300)

    expect(asked).toHaveBeenCalledTimes(1)
  })

  it("ask for everything again when some may have been missed", () => {
    last().say("resync")
    vi.advanceTimersByTime(300)

    expect(stale("users")).toBe(true)
  })

  it("slow the asking down while they arrive, and only then", () => {
    const working = [
      { state: "uploading", due_at: null, published_at: null, privacy_level: "", tiktok_url: null },
    ] as never
    expect(pollEvery(working)).toBe(2_000)
    last().say("hello")
    expect([isLive(), pollEvery(working)]).toEqual([true, 60_000])
    last().break(0)
    expect([isLive(), pollEvery(working)]).toEqual([false, 2_000])
  })

  it("are asked for from when the page began: it was drawn before it watches", () => {
    expect(last().url).toMatch(/^\/api\/v1\/events\?ago=\d+$/)
    const first = Number(last().url.split("=")[1])
    last().break(0) // the browser would try again with the same address
    expect(last().readyState).toBe(2)
    vi.advanceTimersByTime(5_000)
    expect(Number(last().url.split("=")[1])).toBeGreaterThanOrEqual(first + 5_000)

    last().say("hello")
    setHidden(true)
    vi.advanceTimersByTime(16_000)
    setHidden(false)
    expect(last().url).toBe("/api/v1/events") // everything is asked for anew then
  })

  it("are asked for from when the app came to the page, where it came without one", () => {
    stop()
    stop = watch(client, performance.now())
    expect(last().url).toBe("/api/v1/events?ago=5000")
  })

  it("are opened anew after a refusal, later each time", () => {
    last().break(2)
    vi.advanceTimersByTime(5_000)
    expect(StandInSource.made).toHaveLength(2)
    last().break(2)
    vi.advanceTimersByTime(5_000)
    expect(StandInSource.made).toHaveLength(2)
    vi.advanceTimersByTime(5_000)
    expect(StandInSource.made).toHaveLength(3)
  })

  it("give the connection back while the page is hidden, and catch up when it is shown", () => {
    last().say("hello")
    setHidden(true)
    vi.advanceTimersByTime(16_000)
    expect([last().readyState, isLive()]).toEqual([2, false])

    setHidden(false)
    expect(StandInSource.made).toHaveLength(2)
    last().say("hello")
    vi.advanceTimersByTime(300)
    expect(stale("users")).toBe(true)
  })
})
