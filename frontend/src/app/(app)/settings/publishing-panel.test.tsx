import { screen } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import type { PublishingHealth } from "@/lib/api/types"
import { fakeApi } from "@/testing/fake-api"
import { makeMe, makePublishingHealth, makeQuarantine } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { PublishingPanel } from "./publishing-panel"

const SLOW = { timeout: 4000 } // it is loaded when it is needed

function show(health: Partial<PublishingHealth>, mayRelease = true) {
  let now = health
  const heard = fakeApi({
    "GET /api/v1/auth/me": makeMe(),
    "GET /api/v1/pauses": {
      quarantine: null,
      everything: null,
      workspace: null,
      accounts: [],
      waiting: 0,
      scheduled: 4,
      may_resume_workspace: mayRelease,
    },
    "GET /api/v1/publishing/health": () => Response.json(makePublishingHealth(now)),
    "POST /api/v1/publishing/quarantine/release": () => {
      now = {}
      return Response.json(makePublishingHealth())
    },
  })
  return {
    heard,
    ...renderApp(
      <>
        <PublishingPanel />
        <Toaster />
      </>,
    ),
  }
}

describe("whether posts go out on this server", () => {
  it("is told by when the work was last done", async () => {
    show({})

    expect(await screen.findByText("2 seconds ago", {}, SLOW)).toBeVisible()
    expect(screen.getByText("12 seconds ago")).toBeVisible()
    expect(screen.queryByRole("button", { name: "Release" })).toBeNull()
  })

  it("is told in a sentence when the work is not done", async () => {
    const sentence = "There has been no sweep yet: no publish worker is running."
    show({ sweeper: { alive: false, seconds_ago: null, sentence } })

    expect(await screen.findByText(sentence, {}, SLOW)).toBeVisible()
    expect(screen.getByText("never")).toBeVisible()
  })

  it("shows what was found after a restore, and publishes again once a person has said so", async () => {
    const { heard, person } = show({
      quarantine: makeQuarantine({ published: 3, asked_people: 1, not_asked: 2 }),
    })

    await person.click(await screen.findByRole("button", { name: "Release" }, SLOW))
    const dialog = screen.getByRole("dialog", { name: "Publish again?" })
    expect(dialog).toHaveTextContent("1 post that may be out already is not sent: it waits for your answer.")
    expect(dialog).toHaveTextContent("2 accounts could not be asked")
    expect(heard.some(({ method }) => method === "POST")).toBe(false)
    const [, release] = screen.getAllByRole("button", { name: "Release" })
    if (release) await person.click(release)

    expect(heard.some(({ path }) => path.endsWith("/quarantine/release"))).toBe(true)
    expect(await screen.findByText("Released. Posts go out at their times again.")).toBeVisible()
    await vi.waitFor(() => expect(screen.queryByRole("button", { name: "Release" })).toBeNull())
  })

  it("cannot be released while it is still looked through", async () => {
    show({ quarantine: makeQuarantine({ is_checked: false, published: null, asked_people: null }) })
    expect(await screen.findByRole("button", { name: "Release" }, SLOW)).toBeDisabled()
  })

  it("cannot be released by who does not run the workspace", async () => {
    show({ quarantine: makeQuarantine() }, false)

    expect(await screen.findByText(/Owners and admins can release publishing/, {}, SLOW)).toBeVisible()
    expect(screen.getByRole("button", { name: "Release" })).toBeDisabled()
  })
})
