import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import { makeAccount, makeGroup } from "@/testing/makers"
import { blockOf, choose, openComposer } from "@/testing/open-composer"
import { renderApp } from "@/testing/render"

const SLOW = { timeout: 4000 } // loaded once an account is in a group

const nord = makeAccount({ group_ids: ["group-de"] })
const quiet = makeAccount({
  id: "acc-quiet",
  username: "quiet.room",
  nickname: "Quiet Room",
  group_ids: ["group-de", "group-test"],
})
const away = makeAccount({
  id: "acc-away",
  nickname: "Away",
  status: "reconnect_required",
  can_publish: false,
  can_draft: false,
  group_ids: ["group-test", "group-away"],
})

const routes = {
  "GET /api/v1/accounts": { items: [nord, quiet, away], next_cursor: null },
  "GET /api/v1/account-groups": [
    makeGroup({ account_ids: ["acc-nord", "acc-quiet"] }),
    makeGroup({ id: "group-test", name: "Test accounts", account_ids: ["acc-quiet", "acc-away"] }),
    makeGroup({ id: "group-away", name: "Away", account_ids: ["acc-away"] }),
    makeGroup({ id: "group-empty", name: "Empty", account_ids: [] }),
  ],
}

const findGroups = async () => within(await screen.findByRole("group", { name: "Choose by group" }, SLOW))

describe("a group of accounts in the composer", () => {
  it("is chosen with one click, beside what is chosen already, and taken off with another", async () => {
    const { person } = await openComposer(routes)
    const groups = await findGroups()
    await choose(person, /Studio Nord/)
    const brand = groups.getByRole("button", { name: "Brand DE 2" })
    expect(brand).toHaveAttribute("aria-pressed", "false")

    await person.click(brand)
    expect(brand).toHaveAttribute("aria-pressed", "true")
    expect(await blockOf("Studio Nord")).toBeVisible()
    expect(await blockOf("Quiet Room")).toBeVisible()

    await person.click(brand)
    expect(brand).toHaveAttribute("aria-pressed", "false")
    expect(screen.queryByRole("region", { name: /^Options for/ })).toBeNull()
  })

  it("leaves out accounts that cannot take posts and says so, and is not offered where none can", async () => {
    const { person } = await openComposer(routes)
    renderApp(<Toaster />)
    const groups = await findGroups()
    expect(groups.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
      "Brand DE 2",
      "Test accounts 1",
    ])

    await person.click(groups.getByRole("button", { name: "Test accounts 1" }))
    expect(await blockOf("Quiet Room")).toBeVisible()
    expect(screen.getByText("1 account of “Test accounts” cannot take posts now.")).toBeVisible()
    expect(screen.queryByRole("region", { name: "Options for Away" })).toBeNull()
  })

  it("asks for no groups where no account is in one", async () => {
    const { heard } = await openComposer()

    expect(await screen.findByRole("checkbox", { name: /Studio Nord/ })).toBeVisible()
    expect(heard.some(({ path }) => path.includes("account-groups"))).toBe(false)
  })
})
