import { fireEvent, screen, within } from "@testing-library/react"
import { afterEach, describe, expect, it } from "vitest"
import { fakeApi } from "@/testing/fake-api"
import {
  DAYS,
  makeAnalyzed,
  makeBestTimes,
  makeFigures,
  makeForecast,
  makeMetrics,
  makePoint,
  makeRefresh,
  makeSeries,
} from "@/testing/make-analytics"
import { address, router } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { AccountScreen } from "./account-screen"

const tag = {
  hashtag: "craft",
  posts: 12,
  accounts: 1,
  times: 1.6,
  low: 1.3,
  high: 2,
  seen: 2.1,
  is_clear: true,
}

function show(more: Record<string, unknown> = {}) {
  const heard = fakeApi({
    "GET /api/v1/analytics/accounts/acc-nord/metrics": makeMetrics(),
    "GET /api/v1/analytics/accounts/acc-nord/timeseries": makeSeries(),
    "GET /api/v1/analytics/accounts/acc-nord/forecast": makeForecast(),
    "GET /api/v1/analytics/insights/best-times": makeBestTimes(),
    "GET /api/v1/analytics/insights/hashtags": { range: DAYS, posts: 40, items: [tag] },
    "GET /api/v1/analytics/posts": { items: [makeFigures()], next_offset: 20 },
    "GET /api/v1/analytics/refresh/acc-nord": makeRefresh(),
    ...more,
  })
  const reconnect = () => <button type="button">Reconnect</button>
  const app = renderApp(<AccountScreen accountId="acc-nord" zone="Europe/Berlin" reconnect={reconnect} />)
  return { heard, ...app }
}

/** What is loaded when it is wanted takes a moment. */
const SLOW = { timeout: 4_000 }
const marks = (chart: HTMLElement, mark: string) => chart.querySelectorAll(`[data-mark="${mark}"]`)

afterEach(() => {
  address.search = ""
})

describe("an account's figures", () => {
  it("stand beside those of the days before, with how good they are", async () => {
    show()
    const figures = within(await screen.findByLabelText("The account in figures"))

    expect(figures.getByText("+1.3k, −100. +800 in the 7 days before")).toBeVisible()
    expect(figures.getByText("8.1 %")).toBeVisible()
    expect(screen.getByText("93 % of views counted daily.")).toBeVisible()
    expect(await screen.findByText(/TikTok's API tells nobody: age, watch time\./, {}, SLOW)).toBeVisible()
  })

  it("name the permission that is missing, and offer to connect again", async () => {
    const missing = { growth: "user.info.stats" }
    show({
      "GET /api/v1/analytics/accounts/acc-nord/metrics": makeMetrics({ growth: null, missing }),
    })

    expect(await screen.findByText(/did not allow reading follower counts/)).toBeVisible()
    expect(screen.getByRole("button", { name: "Reconnect" })).toBeVisible()
    expect(screen.getAllByTitle("The account did not allow reading it.").length).toBeGreaterThan(0)
  })

  it("say when the last look did not work, and when counters are doubted", async () => {
    const account = makeAnalyzed({
      is_doubted: true,
      refresh_status: "failed",
      refresh_error: "TikTok is away.",
    })
    show({ "GET /api/v1/analytics/accounts/acc-nord/metrics": makeMetrics({ account }) })

    expect(await screen.findByText("The last look did not work: TikTok is away.")).toBeVisible()
    expect(screen.getByText(/held out until another look agrees/)).toBeVisible()
  })
})

describe("a figure over time", () => {
  const points = [
    makePoint(18),
    makePoint(19, { value: -30, gained: 20, lost: 50 }),
    makePoint(20, { is_interpolated: true, coverage: 0 }),
    makePoint(22, { held_out: 2, coverage: 0.6 }),
    makePoint(23, { value: 0, gained: 0 }),
  ]

  it("shows gains and losses apart, hatches what was spread, marks what was held out, and leaves gaps", async () => {
    address.search = "?metric=views"
    const { heard, person } = show({
      "GET /api/v1/analytics/accounts/acc-nord/timeseries": makeSeries({ points }),
    })
    const chart = await screen.findByRole("figure", { name: "Views by day" })

    expect(heard.map(({ path }) => path)).toContain(
      "/api/v1/analytics/accounts/acc-nord/timeseries?range=28d&metric=views&granularity=day",
    )
    expect(marks(chart, "gained")).toHaveLength(4)
    expect(marks(chart, "lost")).toHaveLength(1)
    expect(marks(chart, "gained-hatched")).toHaveLength(1)
    expect(marks(chart, "held-out")).toHaveLength(1)
    expect(marks(chart, "gap")).toHaveLength(2) // the 21st and the 24th, never zero
    await person.click(within(chart).getByRole("button", { name: "Views by day: show as a table" }))
    await within(chart).findByRole("table", {}, SLOW)
    const row = (name: RegExp) => within(chart).getByRole("row", { name })
    expect(row(/Nov 21/)).toHaveTextContent("Nobody measured")
    expect(row(/Nov 22/)).toHaveTextContent("60 % counted that day, the rest spread. 2 samples held out")
    expect(row(/Nov 20/)).toHaveTextContent("Spread evenly")
  })

  it("breaks a line where nobody measured, and hatches the days behind it", async () => {
    const series = makeSeries({
      metric: "followers",
      points: points.map((one) => ({ ...one, gained: null, lost: null })),
    })
    show({ "GET /api/v1/analytics/accounts/acc-nord/timeseries": series })
    const chart = await screen.findByRole("figure", { name: "Followers by day" })

    expect(marks(chart, "hatch")).toHaveLength(1)
    expect(marks(chart, "gap")).toHaveLength(2)
    expect(marks(chart, "gained")).toHaveLength(0)
  })

  it("is read step by step by the arrow keys", async () => {
    address.search = "?metric=views"
    show({ "GET /api/v1/analytics/accounts/acc-nord/timeseries": makeSeries({ points }) })
    const chart = within(await screen.findByRole("figure", { name: "Views by day" }))
    const slider = chart.getByRole("slider", { name: "Read Views by day step by step" })

    fireEvent.change(slider, { target: { value: "1" } })

    expect(slider).toHaveAttribute(
      "aria-valuetext",
      expect.stringMatching(/Nov 19: Gained 20, Lost 50, Net −30$/),
    )
  })

  it("is chosen in the address", async () => {
    const { person } = show()
    await person.selectOptions(await screen.findByLabelText("Figure"), "Shares")
    expect(router.replace).toHaveBeenCalledWith("/?metric=shares", { scroll: false })
    await person.selectOptions(screen.getByLabelText("Grouped"), "by month")
    expect(router.replace).toHaveBeenCalledWith("/?by=month", { scroll: false })
  })

  it("says so where nothing was measured", async () => {
    show({ "GET /api/v1/analytics/accounts/acc-nord/timeseries": makeSeries({ points: [] }) })
    expect(await screen.findByText(/Nothing was measured in these days/)).toBeVisible()
  })
})
