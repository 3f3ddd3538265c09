import { screen } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"
import type { Pauses, PublishingHealth } from "@/lib/api/types"
import { dayAndTime } from "@/lib/dates"
import { fakeApi } from "@/testing/fake-api"
import { makeAccount, makeMe, makePublishingHealth, makeQuarantine } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { PausePanel } from "./pause-panel"

const SLOW = { timeout: 4000 } // the bar is loaded when it is needed

const none: Pauses = {
  quarantine: null,
  everything: null,
  workspace: null,
  accounts: [],
  waiting: 0,
  scheduled: 4,
  may_resume_workspace: true,
}
const since = dayAndTime("2026-11-22T10:00:00Z", "Europe/Berlin")
const pause = { since: "2026-11-22T10:00:00Z", by: "nora@example.com" }
const one = { ...pause, account: makeAccount(), waiting: 1 }

function show(pauses: Partial<Pauses>, health: Partial<PublishingHealth> = {}) {
  const heard = fakeApi({
    "GET /api/v1/auth/me": makeMe(),
    "GET /api/v1/pauses": { ...none, ...pauses },
    "GET /api/v1/publishing/health": makePublishingHealth(health),
    "DELETE /api/v1/workspace/pause": { released: 3 },
    "DELETE /api/v1/accounts/acc-nord/pause": { released: 1 },
  })
  return { heard, ...renderApp(<PausePanel />) }
}

describe("the bar about pauses", () => {
  it("is not there while nothing is paused", async () => {
    const { heard } = show({})

    await vi.waitFor(() => expect(heard.some(({ path }) => path === "/api/v1/pauses")).toBe(true))
    expect(screen.queryByRole("region", { name: "Paused" })).toBeNull()
  })

  it("says since when, by whom and how many posts wait, and resumes", async () => {
    const { heard, person } = show({ workspace: pause, waiting: 3 })

    const bar = await screen.findByRole("region", { name: "Paused" }, SLOW)
    expect(bar).toHaveTextContent(`Publishing is paused since ${since}. By nora@example.com. 3 posts wait.`)
    await person.click(screen.getByRole("button", { name: "Resume" }))

    expect(heard.some(({ method, path }) => method === "DELETE" && path === "/api/v1/workspace/pause")).toBe(
      true,
    )
  })

  it("names one paused account", async () => {
    show({ accounts: [one], waiting: 1 })

    const sentence = await screen.findByText(/@studio.nord is paused since/, {}, SLOW)
    expect(sentence).toHaveTextContent("1 post waits.")
  })

  it("counts several, and leads to them", async () => {
    show({ accounts: [one, { ...one, account: makeAccount({ id: "other" }) }] })

    expect(await screen.findByText(/2 accounts are paused/, {}, SLOW)).toBeVisible()
    expect(screen.getByRole("link", { name: "See accounts" })).toHaveAttribute("href", "/accounts")
  })

  it("offers nothing where only the server can resume", async () => {
    show({ everything: { since: pause.since, by: null } })

    expect(await screen.findByText(/All publishing on this server is paused/, {}, SLOW)).toBeVisible()
    expect(screen.queryByRole("button", { name: "Resume" })).toBeNull()
  })

  it("says that a restore stopped everything, what was found, and leads to the release", async () => {
    show(
      { quarantine: { ...pause, by: null } },
      { quarantine: makeQuarantine({ published: 3, asked_people: 1 }) },
    )

    const bar = await screen.findByRole("region", { name: "Not publishing" }, SLOW)
    expect(bar).toHaveTextContent(
      `Nothing is published: the database was restored from an older copy (since ${since}). Found at TikTok: 3, asks you: 1.`,
    )
    expect(screen.getByRole("link", { name: "Details" })).toHaveAttribute("href", "/settings#publishing")
  })

  it("gives no figure of a restore before it was looked through", async () => {
    show({ quarantine: { ...pause, by: null } }, { quarantine: makeQuarantine({ is_checked: false }) })

    const bar = await screen.findByRole("region", { name: "Not publishing" }, SLOW)
    expect(bar).toHaveTextContent("What went out meanwhile is being looked for at TikTok.")
    expect(bar).not.toHaveTextContent("Found")
  })

  it("says when no publish worker is running, before it names a paused account", async () => {
    const sentence = "The last sweep was 4 minutes ago: no publish worker is running."
    show({ accounts: [one] }, { sweeper: { alive: false, seconds_ago: 240, sentence } })

    expect(await screen.findByRole("region", { name: "Not publishing" }, SLOW)).toHaveTextContent(sentence)
    expect(screen.getByRole("link", { name: "Details" })).toBeVisible()
  })
})
