import { screen, waitFor, within } from "@testing-library/react"
import { afterEach, describe, expect, it } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makeAccount, makeGroup } from "@/testing/makers"
import { address, router } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { AccountsScreen } from "../components/accounts-screen"

const SLOW = { timeout: 4000 } // the dialogs are loaded when they are asked for

const nord = makeAccount({ group_ids: ["group-de", "group-test"] })
const quiet = makeAccount({ id: "acc-quiet", username: "quiet.room", nickname: "Quiet Room" })
const groups = [makeGroup(), makeGroup({ id: "group-test", name: "Test accounts" })]

function open(more: Record<string, unknown> = {}, items = [nord, quiet], search = "") {
  address.search = search
  const heard = fakeApi({
    "GET /api/v1/accounts": { items, next_cursor: null },
    "GET /api/v1/account-groups": groups,
    ...more,
  })
  const app = renderApp(
    <>
      <AccountsScreen zone="Europe/Berlin" />
      <Toaster />
    </>,
  )
  const sent = (method: string) => heard.filter((one) => one.method === method)
  return { heard, sent, ...app }
}

afterEach(() => {
  address.search = ""
})

async function openGroups(person: ReturnType<typeof open>["person"]) {
  await person.click(await screen.findByRole("button", { name: "Groups" }))
  return screen.findByRole("dialog", { name: "Groups of accounts" }, SLOW)
}

describe("the groups of accounts", () => {
  it("stand at each account, and each leads to all of its accounts", async () => {
    open()
    const marks = await screen.findByRole("list", { name: "Groups" })

    expect(within(marks).getByRole("link", { name: "Brand DE" })).toHaveAttribute(
      "href",
      "/accounts?group=group-de",
    )
    expect(within(marks).getAllByRole("listitem")).toHaveLength(2)
  })

  it("narrow the accounts to those in one, or in none; what has gone narrows nothing", async () => {
    const { person, unmount } = open({}, [nord, quiet], "group=group-de")
    const filter = await screen.findByRole("combobox", { name: "Group" })
    expect(filter).toHaveDisplayValue("Brand DE")
    expect(screen.queryByText("Quiet Room")).toBeNull()
    await person.selectOptions(filter, "In no group")
    expect(router.replace).toHaveBeenLastCalledWith("/accounts?group=none")
    unmount()

    open({}, [nord, quiet], "group=deleted-since")
    expect(await screen.findByText("Quiet Room")).toBeVisible()
    expect(screen.getByText("Studio Nord")).toBeVisible()
  })

  it("are not asked for, nor a filter shown, where no account is in one", async () => {
    const { heard } = open({}, [quiet, makeAccount()])

    expect(await screen.findByText("Quiet Room")).toBeVisible()
    expect(screen.queryByRole("combobox", { name: "Group" })).toBeNull()
    expect(heard.map(({ path }) => path)).toEqual(["/api/v1/accounts?limit=100"])
  })

  it("are made of a name and any number of accounts", async () => {
    const { person, sent } = open({
      "POST /api/v1/account-groups": makeGroup({ id: "new", name: "Brand AT" }),
    })
    const list = await openGroups(person)
    await person.click(await within(list).findByRole("button", { name: "New group" }))
    const form = within(await screen.findByRole("dialog", { name: "New group of accounts" }))
    await person.type(form.getByLabelText("Name"), "Brand AT")
    await person.click(form.getByRole("button", { name: "Choose all 2" }))
    await person.click(form.getByRole("checkbox", { name: /Quiet Room/ }))
    await person.click(form.getByRole("button", { name: "Save group" }))

    expect(await screen.findByText("“Brand AT” has 1 account.")).toBeVisible()
    expect(sent("POST")[0]?.body).toEqual({ name: "Brand AT", account_ids: ["acc-nord"] })
    expect(await screen.findByRole("dialog", { name: "Groups of accounts" })).toBeVisible()
  })

  it("keep what was typed beside the reason when a name is taken", async () => {
    const taken = "There is a group named “Test accounts” already. Choose another name."
    const answer = () => refusal(422, "name_taken", taken, { name: taken })
    const { person, sent } = open({ "PATCH /api/v1/account-groups/group-de": answer })
    const list = await openGroups(person)
    await person.click(await within(list).findByRole("button", { name: "Change Brand DE" }))
    const form = within(await screen.findByRole("dialog", { name: "Change “Brand DE”" }))
    const name = form.getByLabelText("Name")
    await person.clear(name)
    await person.type(name, "Test accounts{Enter}")

    expect(await form.findByText(taken)).toBeVisible()
    expect(name).toHaveValue("Test accounts")
    expect(sent("PATCH")[0]?.body).toEqual({ name: "Test accounts", account_ids: ["acc-nord"] })
  })

  it("are deleted after a question that says what stays", async () => {
    const { person, sent } = open({
      "DELETE /api/v1/account-groups/group-de": () => new Response(null, { status: 204 }),
    })
    const list = await openGroups(person)
    await person.click(await within(list).findByRole("button", { name: "Delete Brand DE" }))
    const question = within(await screen.findByRole("dialog", { name: "Delete “Brand DE”?" }))
    expect(question.getByText(/its 1 account and their posts stay as they are/)).toBeVisible()
    expect(sent("DELETE")).toHaveLength(0)
    await person.click(question.getByRole("button", { name: "Delete" }))

    expect(await screen.findByText("The group “Brand DE” is deleted.")).toBeVisible()
    expect(sent("DELETE")).toHaveLength(1)
  })
})

describe("one account's groups", () => {
  it("are ticked, a new one made, and all of them saved at once", async () => {
    const made = makeGroup({ id: "new", name: "Brand AT", account_ids: ["acc-quiet"] })
    const { person, sent } = open({
      "POST /api/v1/account-groups": made,
      "PUT /api/v1/accounts/acc-quiet/groups": { ...quiet, group_ids: ["group-test", "new"] },
    })
    await person.click(await screen.findByRole("button", { name: "Groups of @quiet.room" }))
    const dialog = within(await screen.findByRole("dialog", { name: "Groups of @quiet.room" }, SLOW))
    expect(await dialog.findByRole("checkbox", { name: "Brand DE" })).not.toBeChecked()
    await person.click(dialog.getByRole("checkbox", { name: "Test accounts" }))
    await person.type(dialog.getByLabelText("New group"), "Brand AT{Enter}")
    await waitFor(() => expect(dialog.getByLabelText("New group")).toHaveValue(""))
    await person.click(dialog.getByRole("button", { name: "Save" }))

    expect(await screen.findByText("The groups of @quiet.room are saved.")).toBeVisible()
    expect(sent("POST")[0]?.body).toEqual({ name: "Brand AT", account_ids: ["acc-quiet"] })
    expect(sent("PUT")[0]?.body).toEqual({ group_ids: ["group-test", "new"] })
  })
})
