import { screen, within } from "@testing-library/react"
import { afterEach, describe, expect, it } from "vitest"
import { fakeApi } from "@/testing/fake-api"
import { DAYS, makeBestTimes, makeFigures, makeForecast } from "@/testing/make-analytics"
import { address, router } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { ForecastPanel } from "./forecast-panel"
import { HashtagsPanel } from "./hashtags-panel"
import { PostsPanel } from "./posts-panel"
import { TimesPanel } from "./times-panel"

const BERLIN = "Europe/Berlin"

afterEach(() => {
  address.search = ""
})

describe("a forecast", () => {
  const path = "GET /api/v1/analytics/accounts/acc-nord/forecast"

  it("goes on from the last day known, with its band, and says how often bands held", async () => {
    fakeApi({ [path]: makeForecast() })
    renderApp(<ForecastPanel accountId="acc-nord" />)
    const chart = await screen.findByRole("figure", { name: "Forecast: Followers" })

    expect(chart.querySelectorAll('[data-mark="band"]')).toHaveLength(1)
    expect(within(chart).getByRole("img")).toHaveAccessibleName(
      /likely 48\u202f300, between 47\u202f900 and 48\u202f700/,
    )
    expect(screen.getByText(/Bands held 76 % of the time so far, over 50 days\./)).toBeVisible()
  })

  it("says in the API's words when there is not enough to tell from", async () => {
    const reason = "Not enough data: 9 days in a row are known, it takes 28."
    fakeApi({ [path]: makeForecast({ is_known: false, reason, days: [] }) })
    renderApp(<ForecastPanel accountId="acc-nord" />)

    expect(await screen.findByText(reason)).toBeVisible()
    expect(screen.queryByRole("figure")).toBeNull()
  })

  it("is of views when they are asked for", async () => {
    const heard = fakeApi({ [path]: makeForecast() })
    const { person } = renderApp(<ForecastPanel accountId="acc-nord" />)
    await person.selectOptions(screen.getByLabelText("Forecast of"), "Views by day")

    expect(heard.at(-1)?.path).toContain("metric=views")
  })
})

describe("the best times", () => {
  const path = "GET /api/v1/analytics/insights/best-times"

  it("are shown over the reader's week, with interval and what they rest on", async () => {
    const heard = fakeApi({ [path]: makeBestTimes() })
    const { person } = renderApp(<TimesPanel accountId="acc-nord" zone={BERLIN} />)

    expect(await screen.findByText(/^Based on both: your fleet, and this account's 77 posts/)).toBeVisible()
    expect(heard[0]?.path).toContain("time_zone=Europe%2FBerlin")
    expect(screen.getByText("25 % more views than in an average hour")).toBeVisible()
    expect(screen.getByText(/Between 10 % more and 40 % more, four times of five\. 12 posts/)).toBeVisible()
    const best = screen.getByRole("button", { name: /^Recommended: Tuesday 18:00–19:00: .*, 4 posts/ })
    best.focus()
    await person.keyboard("{ArrowDown}")
    expect(screen.getByRole("button", { name: /^Wednesday 18:00/ })).toHaveFocus()
  })

  it("are not ranked while too little is known", async () => {
    const reason = "Not enough data: 8 posts are known. It takes 50."
    fakeApi({ [path]: makeBestTimes({ is_known: false, reason, source: null, times: [] }) })
    renderApp(<TimesPanel accountId="acc-nord" zone={BERLIN} />)

    expect(await screen.findByText(reason)).toBeVisible()
    expect(screen.queryByRole("table")).toBeNull()
  })
})

describe("the hashtags", () => {
  const path = "GET /api/v1/analytics/insights/hashtags"
  const item = {
    hashtag: "craft",
    posts: 12,
    accounts: 1,
    times: 1.6,
    low: 1.3,
    high: 2,
    seen: 2.1,
    is_clear: true,
  }

  it("have an interval, and say where it may be chance", async () => {
    fakeApi({
      [path]: {
        range: DAYS,
        posts: 40,
        is_known: true,
        reason: "",
        items: [item, { ...item, hashtag: "slow", low: 0.8, is_clear: false }],
      },
    })
    renderApp(<HashtagsPanel accountId="acc-nord" />)

    expect(await screen.findByRole("row", { name: /#craft 12 1\.6×.*1\.3× – 2×.*clear/ })).toBeVisible()
    expect(screen.getByRole("row", { name: /#slow .*may be chance/ })).toBeVisible()
  })

  it("say when there are too few posts", async () => {
    const reason = "Not enough data: views at 24 hours are known of 8, it takes 20 posts."
    fakeApi({ [path]: { range: DAYS, posts: 8, is_known: false, reason, items: [] } })
    renderApp(<HashtagsPanel accountId="acc-nord" />)
    expect(await screen.findByText(`${reason} A longer range may tell more.`)).toBeVisible()
  })
})

describe("the posts of an account", () => {
  const path = "GET /api/v1/analytics/posts"

  it("are ordered and paged by the address", async () => {
    address.search = "?order=views&from=20&range=90d"
    const unknown = makeFigures({ id: "2", caption: "", views: null, viral_score: null, is_gone: true })
    const heard = fakeApi({ [path]: { items: [makeFigures(), unknown], next_offset: 40 } })
    const { person } = renderApp(<PostsPanel accountId="acc-nord" zone={BERLIN} />)

    const row = await screen.findByRole("row", { name: /heron/ })
    expect(heard[0]?.path).toContain("range=90d&account_id=acc-nord&order=views&offset=20")
    expect(row).toHaveTextContent("12.4k")
    expect(within(row).getByTitle(/Score 86 of 100/)).toBeVisible()
    expect(
      within(screen.getByRole("row", { name: /No caption/ })).getByText(/no longer public/),
    ).toBeVisible()
    expect(screen.getByRole("link", { name: "More posts" })).toHaveAttribute(
      "href",
      "/?order=views&from=40&range=90d",
    )
    expect(screen.getByRole("link", { name: "Posts before" })).toHaveAttribute(
      "href",
      "/?order=views&range=90d",
    )
    await person.selectOptions(screen.getByLabelText("Order"), "Highest score")
    expect(router.replace).toHaveBeenCalledWith("/?order=viral_score&range=90d", { scroll: false })
  })

  it("say when there are none", async () => {
    fakeApi({ [path]: { items: [], next_offset: null } })
    renderApp(<PostsPanel accountId="acc-nord" zone={BERLIN} />)
    expect(await screen.findByText("Nothing was published in these days.")).toBeVisible()
  })
})
