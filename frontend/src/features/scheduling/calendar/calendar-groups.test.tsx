import { screen } from "@testing-library/react"
import { afterEach, describe, expect, it, vi } from "vitest"
import { fakeApi } from "@/testing/fake-api"
import { makeAccount, makeGroup } from "@/testing/makers"
import { address, router } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { CalendarScreen } from "./calendar-screen"

const nothing = { items: [], days: [], time_zone: "UTC", left_out: false }

function open(search: string) {
  address.search = search
  const heard = fakeApi({ "GET /api/v1/calendar": nothing })
  const accounts = [makeAccount(), makeAccount({ id: "acc-quiet", nickname: "Quiet Room" })]
  const app = renderApp(
    <CalendarScreen zone="UTC" accounts={accounts} groups={[makeGroup()]} onFiles={vi.fn()} />,
  )
  return { heard, ...app }
}

afterEach(() => {
  address.search = ""
})

describe("the calendar of a group of accounts", () => {
  it("is asked of the API, and stands in every address of the page", async () => {
    const { heard } = open("view=week&day=2037-03-28&group=group-de")

    expect(await screen.findByRole("combobox", { name: "Account" })).toHaveDisplayValue("Brand DE")
    const asked = new URL(heard[0]?.path ?? "", "http://x").searchParams
    expect([asked.get("group"), asked.get("account")]).toEqual(["group-de", null])
    expect(screen.getByRole("link", { name: "The next week" })).toHaveAttribute(
      "href",
      "/calendar?view=week&day=2037-04-04&group=group-de",
    )
  })

  it("takes the place of an account's, and an account's takes its place", async () => {
    const { person, unmount } = open("day=2037-03-28&account=acc-nord")
    await person.selectOptions(await screen.findByRole("combobox", { name: "Account" }), "Brand DE")
    expect(router.push).toHaveBeenLastCalledWith("/calendar?view=month&day=2037-03-28&group=group-de")
    unmount()

    open("day=2037-03-28&group=group-de")
    expect(await screen.findByRole("link", { name: "Quiet Room" })).toHaveAttribute(
      "href",
      "/calendar?view=month&day=2037-03-28&account=acc-quiet",
    )
  })
})
