import { screen, within } from "@testing-library/react"
import { afterEach, describe, expect, it } from "vitest"
import { fakeApi } from "@/testing/fake-api"
import { DAYS, makeCompared, makeFleetAccount } from "@/testing/make-analytics"
import { makeDay } from "@/testing/make-analytics-more"
import { address, router } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { CompareScreen } from "./compare-screen"
import { lineOf } from "./figures-compared"

const [anton, berta, carla] = ["1", "2", "3"].map((end) => `0199e1a0-0000-7000-8000-00000000000${end}`) as [
  string,
  string,
  string,
]
const fleet = {
  range: DAYS,
  items: [
    makeFleetAccount(anton, "@anton"),
    makeFleetAccount(berta, "@berta"),
    makeFleetAccount(carla, "@carla"),
  ],
}

function show(search: string) {
  address.search = search
  const heard = fakeApi({
    "GET /api/v1/analytics/accounts": fleet,
    "GET /api/v1/analytics/compare": {
      range: DAYS,
      items: [
        makeCompared(anton, "@anton"),
        makeCompared(berta, "@berta", {
          followers: null,
          views_per_thousand_followers: null,
          followers_net_per_day: -2.5,
        }),
      ],
    },
  })
  return { heard, ...renderApp(<CompareScreen zone="Europe/Berlin" />) }
}

afterEach(() => {
  address.search = ""
})

describe("accounts side by side", () => {
  it("are told per day and per thousand followers, – where that cannot be told", async () => {
    const { heard } = show(`?account_id=${anton}&account_id=${berta}&range=90d`)
    const table = within(await screen.findByRole("table", { name: "Accounts side by side" }))

    expect(heard.map(({ path }) => path)).toContain(
      `/api/v1/analytics/compare?range=90d&account_id=${anton}&account_id=${berta}`,
    )
    expect(table.getByRole("row", { name: /@anton 2k \+10 1k 3\.5k/ })).toBeVisible()
    expect(table.getByRole("row", { name: /@berta .*−2\.5 1k –/ })).toBeVisible()
  })

  it("have a line each, in one chart and in one table", async () => {
    const { person } = show(`?account_id=${anton}&account_id=${berta}`)
    const chart = await screen.findByRole("figure", { name: "Views by day" })

    await person.click(within(chart).getByRole("button", { name: "Views by day: show as a table" }))
    await within(chart).findByRole("table", {}, { timeout: 4_000 })
    const [head] = within(chart).getAllByRole("row")
    expect(head).toHaveTextContent("Day@anton@berta")
    await person.click(within(chart).getByRole("button", { name: "@berta" }))
    expect(within(chart).getByRole("button", { name: "@berta" })).toHaveAttribute("aria-pressed", "true")
  })

  it("are chosen in the address", async () => {
    const { person } = show(`?account_id=${anton}&account_id=${berta}`)

    expect(await screen.findByRole("link", { name: "Leave out @berta" })).toHaveAttribute(
      "href",
      `/analytics/compare?account_id=${anton}`,
    )
    await person.selectOptions(screen.getByLabelText("Add an account"), "@carla")
    expect(router.replace).toHaveBeenCalledWith(
      `/analytics/compare?account_id=${anton}&account_id=${berta}&account_id=${carla}`,
      { scroll: false },
    )
  })

  it("are at least two", async () => {
    const { heard } = show(`?account_id=${anton}&account_id=nonsense`)
    expect(await screen.findByText("Choose at least 2 accounts to see them side by side.")).toBeVisible()
    expect(heard.some(({ path }) => path.includes("/compare"))).toBe(false)
  })

  it("have gaps where nobody measured, and no line per follower where those are unknown", () => {
    const days = [makeDay(18), makeDay(20, { views: null, followers_net: null })]
    const of = (figure: Parameters<typeof lineOf>[0], followers: number | null) =>
      lineOf(figure, makeCompared(anton, "@anton", { days, followers }), DAYS).map(({ value }) => value)

    expect(of("views", 500).slice(0, 3)).toEqual([1_000, null, null])
    expect(of("reach", 500)[0]).toBe(2_000)
    expect(of("reach", null)[0]).toBeNull()
    expect(of("followers", null)[0]).toBe(10)
  })
})
