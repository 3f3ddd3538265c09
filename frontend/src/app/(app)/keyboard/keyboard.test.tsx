import { screen, within } from "@testing-library/react"
import { afterEach, describe, expect, it, vi } from "vitest"
import { fakeApi } from "@/testing/fake-api"
import { makeAccount, makeGroup, makePost } from "@/testing/makers"
import { router } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { Keyboard } from "./keyboard"

const SLOW = { timeout: 4000 } // palette and sheet are loaded when they are asked for

function show() {
  const heard = fakeApi({
    "GET /api/v1/accounts": { items: [makeAccount()], next_cursor: null },
    "GET /api/v1/account-groups": [
      makeGroup({ id: "group-test", name: "Test accounts" }),
      makeGroup({ name: "Brand DE" }),
    ],
    "GET /api/v1/posts": { items: [makePost({ caption: "Two bells, one key" })], next_cursor: null },
  })
  return { heard, ...renderApp(<Keyboard />) }
}

const openPalette = () => screen.findByRole("combobox", { name: /^Find a page/ }, SLOW)

afterEach(() => localStorage.clear())

describe("finding by keys", () => {
  it("opens with the command key, lists the places, and goes where Enter says", async () => {
    const { person, heard } = show()
    await person.keyboard("{Control>}k{/Control}")
    const input = await openPalette()
    expect(input).toHaveFocus()
    expect(screen.getByRole("option", { name: "Home" })).toHaveAttribute("aria-selected", "true")

    await person.type(input, "cal we")
    expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["Calendar by week"])
    await person.keyboard("{Enter}")

    expect(router.push).toHaveBeenCalledWith("/calendar?view=week")
    expect(screen.queryByRole("combobox")).toBeNull()
    expect(heard.filter(({ path }) => path.includes("q="))).toHaveLength(0)
  })

  it("finds accounts and posts by what the server says, once nothing was typed for a moment", async () => {
    const { person, heard } = show()
    await person.click(screen.getByRole("button", { name: /^Find/ }))
    await person.type(await openPalette(), "be")

    const posts = await screen.findByRole("group", { name: "Posts" }, SLOW)
    expect(within(posts).getByRole("option", { name: "Two bells, one key" })).toBeVisible()
    expect(within(screen.getByRole("group", { name: "Accounts" })).getByRole("option")).toHaveTextContent(
      "@studio.nord",
    )
    const asked = heard.map(({ path }) => path).filter((path) => path.startsWith("/api/v1/posts"))
    expect(asked).toEqual(["/api/v1/posts?limit=6&q=be"])

    await person.click(within(posts).getByRole("option"))
    expect(router.push).toHaveBeenCalledWith("/posts/post")
  })

  it("finds groups of accounts by their names, and leads to the accounts in one", async () => {
    const { person } = show()
    await person.keyboard("{Control>}k{/Control}")
    await person.type(await openPalette(), "brand")

    const found = await screen.findByRole("group", { name: "Groups" }, SLOW)
    expect(within(found).getAllByRole("option")).toHaveLength(1)
    await person.click(within(found).getByRole("option", { name: /^Brand DE.*1 account$/ }))
    expect(router.push).toHaveBeenLastCalledWith("/accounts?group=group-de")
  })

  it("walks round with the arrows, says what is chosen, and closes with Escape", async () => {
    const { person } = show()
    await person.keyboard("{Meta>}k{/Meta}")
    const input = await openPalette()
    await person.keyboard("{ArrowUp}")

    const last = screen.getAllByRole("option").at(-1)
    expect(last).toHaveAttribute("aria-selected", "true")
    expect(input).toHaveAttribute("aria-activedescendant", last?.id)
    await person.keyboard("{ArrowDown}")
    expect(screen.getAllByRole("option")[0]).toHaveAttribute("aria-selected", "true")
  })

  it("says when nothing is called that", async () => {
    const { person } = show()
    fakeApi({
      "GET /api/v1/accounts": { items: [], next_cursor: null },
      "GET /api/v1/account-groups": [],
      "GET /api/v1/posts": { items: [], next_cursor: null },
    })
    await person.keyboard("{Control>}k{/Control}")
    await person.type(await openPalette(), "zebra")

    expect(await screen.findByText("Nothing is called “zebra”.", {}, SLOW)).toBeVisible()
  })
})

describe("single keys", () => {
  it("lead to pages, two of them one after the other", async () => {
    const { person } = show()
    await person.keyboard("gp")
    expect(router.push).toHaveBeenLastCalledWith("/posts")
    await person.keyboard("c")
    expect(router.push).toHaveBeenLastCalledWith("/compose")
  })

  it("are listed, and can be turned off", async () => {
    const { person } = show()
    await person.keyboard("?")
    const sheet = await screen.findByRole("dialog", { name: "Keys" }, SLOW)
    expect(within(sheet).getByText("Go to posts")).toBeVisible()
    await person.click(within(sheet).getByRole("checkbox", { name: /^Single keys/ }))
    await person.click(within(sheet).getByRole("button", { name: "Close" }))

    vi.mocked(router.push).mockClear()
    await person.keyboard("c")
    expect(router.push).not.toHaveBeenCalled()
    await person.keyboard("{Control>}k{/Control}")
    expect(await openPalette()).toBeVisible()
  })
})
