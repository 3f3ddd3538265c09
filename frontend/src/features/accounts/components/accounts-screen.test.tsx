import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makeAccount } from "@/testing/makers"
import { address, router } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { allPermissions } from "../permissions"
import { AccountsScreen } from "./accounts-screen"

const list = (...items: unknown[]) => ({ "GET /api/v1/accounts": { items, next_cursor: null } })
const screenOf = () => <AccountsScreen zone="Europe/Berlin" />

describe("the accounts", () => {
  it("are all there, however many pages of them there are", async () => {
    const page = (from: number) => Array.from({ length: 3 }, (_, at) => makeAccount({ id: `${from + at}` }))
    const heard = fakeApi({
      "GET /api/v1/accounts?limit=100": { items: page(0), next_cursor: "second" },
      "GET /api/v1/accounts?limit=100&cursor=second": { items: page(3), next_cursor: null },
    })
    renderApp(screenOf())

    expect(await screen.findByText("6 accounts connected")).toBeVisible()
    expect(screen.getAllByRole("row")).toHaveLength(7)
    expect(heard).toHaveLength(2)
  })

  it("are looked for by name from six on, and by what stands in the address", async () => {
    address.search = "q=bare"
    const others = ["1", "2", "3", "4", "5"].map((id) => makeAccount({ id }))
    fakeApi(list(...others, makeAccount({ id: "6", nickname: "Bare", username: "bare" })))
    const { person } = renderApp(screenOf())

    expect(await screen.findByRole("row", { name: /Bare/ })).toBeVisible()
    expect(screen.getAllByRole("row")).toHaveLength(2)
    await person.selectOptions(screen.getByRole("combobox", { name: "Order" }), "By name")

    expect(router.replace).toHaveBeenCalledWith("/accounts?q=bare&sort=name")
    address.search = ""
  })

  it("are all synced at one press, which says how far it is and whom TikTok did not answer for", async () => {
    const lost = makeAccount({ id: "lost", username: "lost", status: "reconnect_required" })
    const accounts = [makeAccount(), makeAccount({ id: "2", username: "bare", nickname: "Bare" }), lost]
    const { promise: answer, resolve } = Promise.withResolvers<Response>()
    const heard = fakeApi({
      ...list(...accounts),
      "POST /api/v1/accounts/acc-nord/sync": accounts[0],
      "POST /api/v1/accounts/2/sync": () => answer,
    })
    const { person } = renderApp(
      <>
        {screenOf()}
        <Toaster />
      </>,
    )

    await person.click(await screen.findByRole("button", { name: "Sync all" }))
    expect(await screen.findByText("Synced 1 of 2")).toBeVisible()
    resolve(refusal(502, "tiktok_away", "TikTok is away."))

    const sentence = "1 of 2 accounts are up to date; TikTok did not answer for @bare."
    expect(await screen.findByText(sentence)).toBeVisible()
    expect(screen.getByRole("button", { name: "Sync all" })).toBeEnabled()
    expect(heard.some(({ path }) => path.includes("lost"))).toBe(false)
  })

  it("show figures rounded and exact, and – with its reason where TikTok tells none", async () => {
    const sentence = "No follower counts: Bare did not allow reading them."
    const features = [{ feature: "stats" as const, available: false, sentence }]
    fakeApi(list(makeAccount(), makeAccount({ id: "2", nickname: "Bare", follower_count: null, features })))
    renderApp(screenOf())

    const row = within(await screen.findByRole("row", { name: /Studio Nord/ }))
    expect(row.getByTitle(/^12.431 followers$/)).toHaveTextContent("12.4k")
    expect(row.getByRole("link", { name: /all figures of @studio.nord/ })).toHaveAttribute(
      "href",
      "/analytics/accounts/acc-nord",
    )
    expect(row.getByText("Connected")).toBeVisible()
    expect(within(screen.getByRole("row", { name: /Bare/ })).getByTitle(sentence)).toHaveTextContent("–")
  })

  it("name permissions one by one only where some are missing", async () => {
    const some = ["user.info.basic", "video.list"]
    fakeApi(
      list(
        makeAccount({ scopes: [...allPermissions] }),
        makeAccount({ id: "2", nickname: "Bare", scopes: some }),
      ),
    )
    renderApp(screenOf())

    const row = within(await screen.findByRole("row", { name: /Studio Nord/ }))
    expect(row.getByTitle(/^name and picture, profile, .*send drafts/)).toHaveTextContent(/^all$/)
    const bare = within(screen.getByRole("row", { name: /Bare/ }))
    expect(bare.getByText("name and picture, video list")).toBeInTheDocument()
  })

  it("offer to ask TikTok again where the permission ran out", async () => {
    fakeApi(list(makeAccount({ status: "reconnect_required" })))
    renderApp(screenOf())

    expect(await screen.findByText("0 accounts connected, 1 to connect again")).toBeVisible()
    expect(screen.getByRole("button", { name: "Reconnect @studio.nord" })).toBeEnabled()
  })

  it("say what is wrong beside the button that mends it, and ask TikTok for just that account", async () => {
    const message = "TikTok no longer renews our permission for @studio.nord. Posts until 14:20 will go out."
    const trouble = { code: "renewal_refused", message, since: "2026-11-24T12:00:00Z" }
    const heard = fakeApi({
      ...list(makeAccount({ status: "reconnect_required", trouble })),
      "GET /api/v1/tiktok/oauth/authorize": { authorize_url: "#" },
    })
    const { person } = renderApp(screenOf())

    expect(await screen.findByText(message)).toBeVisible()
    await person.click(screen.getByRole("button", { name: "Reconnect @studio.nord" }))

    const asked = heard.map(({ path }) => path)
    expect(asked).toContain("/api/v1/tiktok/oauth/authorize?account_id=acc-nord")
  })

  it("say in one line what an account did not allow, and in sentences when asked", async () => {
    const sentence = "No analytics: @studio.nord did not allow reading its videos."
    const features = makeAccount().features.map((one) =>
      one.feature === "analytics" ? { ...one, available: false, sentence } : one,
    )
    fakeApi(list(makeAccount({ features })))
    const { person } = renderApp(screenOf())

    await person.click(await screen.findByText("no analytics"))

    expect(screen.getByText(sentence)).toBeVisible()
    expect(screen.getByRole("button", { name: "Reconnect @studio.nord" })).toBeEnabled()
  })

  it("offer to connect the first one", async () => {
    fakeApi(list())
    renderApp(screenOf())

    expect(await screen.findByText(/No account is connected yet/)).toBeVisible()
  })

  it("say what disconnecting does before it is done", async () => {
    const heard = fakeApi({
      ...list(makeAccount()),
      "GET /api/v1/accounts/acc-nord/plans": {
        scheduled: 4,
        on_its_way: 1,
        series: 2,
        next: [{ id: "p1", caption: "Morning light", due_at: "2026-12-01T17:00:00Z" }],
      },
      "DELETE /api/v1/accounts/acc-nord": { held_publications: 4 },
    })
    const { person } = renderApp(screenOf())

    await person.click(await screen.findByRole("button", { name: "Disconnect @studio.nord" }))
    const dialog = await screen.findByRole("dialog", { name: "Disconnect @studio.nord?" })
    expect(
      await within(dialog).findByText(/^4 scheduled posts will be held\. 1 post TikTok already has/),
    ).toBeVisible()
    const affected = within(within(dialog).getByRole("list", { name: "Posts that wait" }))
    expect(affected.getByRole("link", { name: "Morning light" })).toHaveAttribute("href", "/posts/p1")
    expect(within(dialog).getByText("and 3 more posts")).toBeVisible()
    expect(heard.some(({ method }) => method === "DELETE")).toBe(false)

    await person.click(within(dialog).getByRole("button", { name: "Disconnect" }))
    expect(heard.some(({ method }) => method === "DELETE")).toBe(true)
  })
})
