import { screen, waitFor } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import type { Notification } from "@/lib/api/types"
import { fakeApi } from "@/testing/fake-api"
import { renderApp } from "@/testing/render"
import { Bell } from "./bell"
import { MailChoices } from "./mail-choices"
import { NotificationsScreen } from "./notifications-screen"

function makeNotification(part: Partial<Notification> = {}): Notification {
  return {
    id: "n1",
    kind: "publication.failed",
    urgency: "now",
    title: "Not posted on @studio.nord",
    body: "TikTok said no.",
    link: "/posts/p1",
    count: 1,
    last_at: "2026-11-24T12:00:00Z",
    is_read: false,
    is_settled: false,
    ...part,
  }
}

const page = (items: Notification[]) => ({
  items,
  next_cursor: null,
  unread: items.filter(({ is_read }) => !is_read).length,
})

describe("the bell", () => {
  it("says how much is unread, also to who cannot see it", async () => {
    fakeApi({ "GET /api/v1/notifications": page([makeNotification()]) })
    renderApp(<Bell />)

    expect(await screen.findByRole("link", { name: "News, 1 unread" })).toHaveAttribute(
      "href",
      "/notifications",
    )
    expect(screen.getByText("1 unread notification")).toBeInTheDocument()
  })
})

describe("the list of notifications", () => {
  it("leads to where something can be done, and can be marked as read", async () => {
    let item = makeNotification()
    const heard = fakeApi({
      "GET /api/v1/notifications": () => Response.json(page([item])),
      "POST /api/v1/notifications/n1/read": () => {
        item = makeNotification({ is_read: true })
        return Response.json(item)
      },
    })
    const { person } = renderApp(<NotificationsScreen zone="Europe/Berlin" />)

    expect(await screen.findByRole("link", { name: item.title })).toHaveAttribute("href", "/posts/p1")
    await person.click(screen.getByRole("button", { name: /^Mark as read/ }))

    await waitFor(() => expect(screen.getByText("Nothing is unread.")).toBeVisible())
    expect(heard.some(({ method }) => method === "POST")).toBe(true)
  })

  it("marks no more as read than was shown", async () => {
    const heard = fakeApi({
      "GET /api/v1/notifications": page([makeNotification()]),
      "POST /api/v1/notifications/read": () => new Response(null, { status: 204 }),
    })
    const { person } = renderApp(<NotificationsScreen zone="Europe/Berlin" />)
    await person.click(await screen.findByRole("button", { name: "Mark all as read" }))

    expect(heard.find(({ method }) => method === "POST")?.body).toEqual({ until: "2026-11-24T12:00:00Z" })
  })

  it("says so when there is nothing to tell", async () => {
    fakeApi({ "GET /api/v1/notifications": page([]) })
    renderApp(<NotificationsScreen zone="Europe/Berlin" />)

    expect(await screen.findByText(/^Nothing to tell you/)).toBeVisible()
  })
})

describe("what a person is mailed", () => {
  it("is kept as it is chosen", async () => {
    const heard = fakeApi({
      "GET /api/v1/notifications/preferences": { now: "now", soon: "digest", fyi: "digest" },
      "PUT /api/v1/notifications/preferences": ({ body }: { body: unknown }) => Response.json(body),
    })
    const { person } = renderApp(<MailChoices />)
    await person.selectOptions(await screen.findByLabelText("What needs you now"), "Never")

    expect(heard.at(-1)?.body).toEqual({ now: "never", soon: "digest", fyi: "digest" })
    await waitFor(() => expect(screen.getByLabelText("What needs you now")).toHaveValue("never"))
  })
})
