import { screen } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"
import { makeAccount } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { DRAWN_AT_ONCE } from "./account-rows"
import { AccountsTable } from "./accounts-table"

const makeMany = (count: number) =>
  Array.from({ length: count }, (_, at) => makeAccount({ id: `acc-${at}`, nickname: `Account ${at}` }))

describe("the accounts' table", () => {
  it("draws of three hundred accounts only those that are near, and says how many there are", async () => {
    vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(57) // jsdom lays nothing out
    renderApp(<AccountsTable accounts={makeMany(300)} zone="Europe/Berlin" />)

    expect(screen.getByRole("table")).toHaveAttribute("aria-rowcount", "301")
    expect(await screen.findByText("Account 0", {}, { timeout: 4000 })).toBeVisible()
    const rows = screen.getAllByRole("row")
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.length).toBeLessThan(DRAWN_AT_ONCE)
    expect(rows[1]).toHaveAttribute("aria-rowindex", "2")
    expect(screen.queryByText("Account 299")).toBeNull()
  })

  it("draws all of a few, without counting them", () => {
    renderApp(<AccountsTable accounts={makeMany(DRAWN_AT_ONCE)} zone="Europe/Berlin" />)

    expect(screen.getAllByRole("row")).toHaveLength(DRAWN_AT_ONCE + 1)
    expect(screen.getAllByRole("row")[1]).not.toHaveAttribute("aria-rowindex")
  })
})
