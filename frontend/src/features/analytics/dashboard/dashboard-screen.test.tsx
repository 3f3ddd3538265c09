import { screen, within } from "@testing-library/react"
import { afterEach, describe, expect, it } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import { fakeApi, refusal } from "@/testing/fake-api"
import {
  DAYS,
  makeAnalyzed,
  makeDashboard,
  makeFleetAccount,
  makeQuality,
  makeRefresh,
} from "@/testing/make-analytics"
import { makeDay } from "@/testing/make-analytics-more"
import { address } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { DashboardScreen } from "./dashboard-screen"

/** What is loaded when it is wanted takes a moment. */
const SLOW = { timeout: 4_000 }
const ids = Array.from({ length: 12 }, (_, place) => `0199e1a0-0000-7000-8000-0000000000${10 + place}`)
const fleet = [
  makeFleetAccount(ids[0] ?? "", "@anton", { views: 100, views_before: 0 }),
  makeFleetAccount(ids[1] ?? "", "@berta", { views: 300 }),
]

afterEach(() => {
  address.search = ""
})

function show(dashboard: unknown = makeDashboard(), items = fleet, more: Record<string, unknown> = {}) {
  const heard = fakeApi({
    "GET /api/v1/analytics/dashboard": dashboard,
    "GET /api/v1/analytics/accounts": { range: DAYS, items },
    ...more,
  })
  const app = renderApp(
    <>
      <DashboardScreen
        zone="Europe/Berlin"
        pictureOf={() => null}
        reconnect={() => <button type="button">Reconnect</button>}
      />
      <Toaster />
    </>,
  )
  return { heard, ...app }
}

const handles = () =>
  within(screen.getByRole("table", { name: "Accounts" }))
    .getAllByRole("link")
    .map(({ textContent }) => textContent)

describe("the dashboard", () => {
  it("shows sums beside as many days before, rounded and exact", async () => {
    show()
    const figures = within(await screen.findByLabelText("The workspace in figures"))

    expect(figures.getByTitle("12 431")).toHaveTextContent("12.4k")
    expect(figures.getByText("+12 % against the 7 days before")).toBeVisible()
    expect(figures.getByText("+1.2k in these days, +800 in the 7 before")).toBeVisible()
    expect(screen.getByText("93 % of views counted daily.")).toBeVisible()
  })

  it("leaves days empty that nobody measured, and hatches those that were spread", async () => {
    const days = [makeDay(18), makeDay(19, { views: 0 }), makeDay(20, { is_interpolated: true })]
    const { person } = show(makeDashboard({ days }))
    const chart = await screen.findByRole("figure", { name: "Views by day" })

    expect(chart.querySelectorAll('[data-mark="gained"]')).toHaveLength(2)
    expect(chart.querySelectorAll('[data-mark="gained-hatched"]')).toHaveLength(1)
    expect(chart.querySelectorAll('[data-mark="gap"]')).toHaveLength(1)
    await person.click(within(chart).getByRole("button", { name: "Views by day: show as a table" }))
    expect(await within(chart).findByRole("row", { name: /Nov 21/ }, SLOW)).toHaveTextContent(
      "–Nobody measured",
    )
    expect(within(chart).getByRole("row", { name: /Nov 19/ })).toHaveTextContent(/0$/)
  })

  it("shows nothing as zero while nothing was measured", async () => {
    const quality = makeQuality({ days_measured: 0, coverage: null })
    show(makeDashboard({ quality, days: [] }))
    const figures = within(await screen.findByLabelText("The workspace in figures"))

    expect(figures.getAllByTitle("Nobody measured these days.")).toHaveLength(2)
    expect(screen.getAllByText(/Nothing was measured in these days/)).toHaveLength(2)
  })

  it("asks for the range in the address, and keeps it on the way to an account", async () => {
    address.search = "?range=90d"
    const { heard } = show()
    await screen.findByRole("link", { name: "berta" }, SLOW)

    expect(heard.map(({ path }) => path)).toContain("/api/v1/analytics/dashboard?range=90d")
    expect(screen.getByRole("link", { name: "90 days" })).toHaveAttribute("aria-current", "true")
    expect(screen.getByRole("link", { name: "berta" })).toHaveAttribute(
      "href",
      `/analytics/accounts/${ids[1]}?range=90d`,
    )
  })

  it("shows – for an account that nobody has looked at, never zero", async () => {
    const unknown = { followers: null, followers_net: null, views: null, posts: 0 }
    const fresh = makeFleetAccount(ids[2] ?? "", "@carla", unknown)
    show(makeDashboard(), [{ ...fresh, account: { ...fresh.account, updated_at: null } }])

    const row = within(await screen.findByRole("row", { name: /carla/ }, SLOW))
    expect(row.getAllByTitle("Nobody has looked at it yet.")).toHaveLength(4)
  })

  it("shows – for days on which nobody counted", async () => {
    show(makeDashboard(), [makeFleetAccount(ids[2] ?? "", "@carla", { followers_net: null, views: null })])

    const row = within(await screen.findByRole("row", { name: /carla/ }, SLOW))
    expect(row.getAllByTitle("Nobody counted on any of these days.")).toHaveLength(2)
    expect(row.getByText("1k")).toBeVisible()
  })

  it("sorts the accounts by what is pressed, and back", async () => {
    const { person } = show()
    await screen.findByRole("link", { name: "anton" }, SLOW)
    expect(handles()).toEqual(["anton", "berta"])

    await person.click(screen.getByRole("button", { name: "Views" }))
    expect(handles()).toEqual(["berta", "anton"])
    const table = within(screen.getByRole("table", { name: "Accounts" }))
    expect(table.getByRole("columnheader", { name: "Views" })).toHaveAttribute("aria-sort", "descending")
    await person.click(screen.getByRole("button", { name: "Views" }))
    expect(handles()).toEqual(["anton", "berta"])
  })

  it("compares two to ten of them", async () => {
    const many = ids.map((id, place) => makeFleetAccount(id, `@one${place}`))
    const { person } = show(makeDashboard(), many)
    const tick = async (place: number) =>
      person.click(await screen.findByRole("checkbox", { name: `Compare @one${place}` }, SLOW))

    await tick(0)
    expect(screen.getByRole("link", { name: "Compare 1 account" })).toHaveAttribute("aria-disabled", "true")
    await tick(1)
    const link = screen.getByRole("link", { name: "Compare 2 accounts" })
    expect(link).toHaveAttribute("href", `/analytics/compare?account_id=${ids[0]}&account_id=${ids[1]}`)
    for (const place of [2, 3, 4, 5, 6, 7, 8, 9]) await tick(place)
    expect(screen.getByRole("checkbox", { name: "Compare @one10" })).toBeDisabled()
  })

  it("says which accounts need a look, and what helps", async () => {
    const stale = [
      makeAnalyzed({ status: "reconnect_required", updated_at: null }),
      makeAnalyzed({ id: "acc-quiet", handle: "@quiet.room", refresh_error: "TikTok did not answer." }),
    ]
    const doubted = [makeAnalyzed({ id: "acc-solo", handle: "@solo.takes", is_doubted: true })]
    show(makeDashboard({ stale, doubted }), fleet, {
      "GET /api/v1/analytics/refresh/acc-quiet": makeRefresh(),
      "GET /api/v1/analytics/refresh/acc-solo": makeRefresh(),
    })
    const notes = within(await screen.findByRole("list", { name: "Accounts that need a look" }, SLOW))

    expect(notes.getByText(/@studio.nord has not been looked at yet: it has to be connected/)).toBeVisible()
    expect(notes.getByRole("button", { name: "Reconnect" })).toBeVisible()
    expect(notes.getByText(/@quiet.room was last looked at .* TikTok did not answer\.$/)).toBeVisible()
    expect(notes.getByRole("link", { name: "@solo.takes" })).toBeVisible()
    expect(notes.getAllByRole("button", { name: /^Refresh/ })).toHaveLength(2)
  })

  it("offers to connect the first account, and to try again", async () => {
    show(makeDashboard({ accounts: 0 }))
    expect(await screen.findByText(/No account is connected yet/)).toBeVisible()
  })

  it("says why it could not be had", async () => {
    show(() => refusal(422, "range_reversed", "The range ends before it begins."))
    expect(await screen.findByText("The range ends before it begins.")).toBeVisible()
    expect(screen.getByRole("button", { name: "Try again" })).toBeEnabled()
  })
})
