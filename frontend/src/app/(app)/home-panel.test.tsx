import { screen, within } from "@testing-library/react"
import { beforeEach, describe, expect, it, vi } from "vitest"
import type { Home, HomePost } from "@/lib/api/types"
import { fakeApi } from "@/testing/fake-api"
import { makeAccount, makeMe } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { HomePanel } from "./home-panel"

const NOON = "2026-11-22T12:00:00Z"

function makeHomePost(part: Partial<HomePost> = {}): HomePost {
  return {
    id: "post",
    caption: "Morning light",
    status: "scheduled",
    due_at: "2026-11-22T17:00:00Z",
    thumbnail_url: null,
    account_count: 2,
    accounts: ["Studio Nord", "Quiet Room"],
    in_inbox: false,
    reason: null,
    ...part,
  }
}

const nothing: Home = { waiting: [], waiting_count: 0, today: [], today_count: 0, next: [] }
const well = { troubles: [], limiter: { degraded_since: null } }

function show(home: Partial<Home>, more: Record<string, unknown> = {}) {
  fakeApi({
    "GET /api/v1/auth/me": makeMe(),
    "GET /api/v1/home": { ...nothing, ...home },
    "GET /api/v1/accounts": { items: [makeAccount()], next_cursor: null },
    "GET /api/v1/tiktok/health": well,
    "GET /api/v1/analytics/dashboard": { accounts: 0 },
    ...more,
  })
  return renderApp(<HomePanel />)
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(NOON) })
  return () => vi.useRealTimers()
})

describe("the first page", () => {
  it("shows what waits, today and what comes next, and says so in one sentence", async () => {
    show({
      waiting: [makeHomePost({ id: "held", caption: "Waits", status: "failed", reason: "TikTok said no." })],
      waiting_count: 1,
      today: [makeHomePost()],
      today_count: 1,
      next: [makeHomePost({ id: "next", caption: "Tomorrow", due_at: "2026-11-23T09:00:00Z" })],
    })
    const waiting = within(await screen.findByRole("region", { name: "Needs you" }))
    expect(waiting.getByText("TikTok said no.")).toBeVisible()
    expect(within(screen.getByRole("region", { name: "Today" })).getByText("Morning light")).toBeVisible()
    expect(within(screen.getByRole("region", { name: "Next" })).getByText("Tomorrow")).toBeVisible()
    expect(screen.getByText("1 post today, 1 needs you")).toBeVisible()
  })

  it("leads to the posts there is no room for", async () => {
    show({
      waiting: [makeHomePost({ status: "held" })],
      waiting_count: 51,
      today: [makeHomePost()],
      today_count: 140,
    })
    expect(await screen.findByRole("link", { name: "50 more posts" })).toBeVisible()
    expect(screen.getByRole("link", { name: "139 more posts" })).toHaveAttribute("href", "/calendar?view=day")
    expect(screen.getByText("140 posts today, 51 need you")).toBeVisible()
  })

  it("says that a draft is in the inbox", async () => {
    show({ today: [makeHomePost({ status: "published", in_inbox: true })], today_count: 1 })
    expect(await screen.findByText("In the inbox")).toBeVisible()
  })

  it("says how TikTok answers, and which permissions end soon", async () => {
    const ending = makeAccount({ id: "two", refresh_expires_at: "2026-12-01T08:00:00Z" })
    show({}, { "GET /api/v1/accounts": { items: [makeAccount(), ending], next_cursor: null } })
    const tiktok = within(await screen.findByRole("region", { name: "TikTok" }))
    expect(await tiktok.findByText("Normally")).toBeVisible()
    expect(tiktok.getByText("2 accounts")).toBeVisible()
    expect(tiktok.getByText("Permission ends within 14 days")).toBeVisible()
  })

  it("offers the first step where there is nothing", async () => {
    show({}, { "GET /api/v1/accounts": { items: [], next_cursor: null } })
    expect(await screen.findByText("No post is waiting, due or scheduled.")).toBeVisible()
    expect(screen.queryByRole("region", { name: "TikTok" })).toBeNull()
  })
})
