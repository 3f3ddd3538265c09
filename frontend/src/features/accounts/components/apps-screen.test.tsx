import { screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makeApp, makeAppList } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { AppsScreen } from "./apps-screen"
import { ConnectButton } from "./connect-button"

const APPS = "/api/v1/tiktok/apps"
const north = makeApp({
  id: "north",
  name: "Northwind",
  client_key: "awnorth",
  is_own: false,
  audited: false,
})
const show = () =>
  renderApp(
    <>
      <AppsScreen zone="Europe/Berlin" />
      <Toaster />
    </>,
  )

describe("the TikTok apps", () => {
  it("show the server's own, which nobody changes here, and the workspace's", async () => {
    fakeApi({ [`GET ${APPS}`]: makeAppList({ items: [makeApp(), north] }) })
    show()

    const own = within(await screen.findByRole("article", { name: "This server's app" }))
    expect(own.getByText("Audited")).toBeVisible()
    expect(own.queryByRole("switch")).toBeNull()
    const theirs = within(screen.getByRole("article", { name: "Northwind" }))
    expect(theirs.getByText("Not audited")).toBeVisible()
    expect(theirs.getByText(/only to private accounts, for only me, and for 5 creators/)).toBeVisible()
  })

  it("say what is missing when there is none of the workspace's own, and who may add one", async () => {
    fakeApi({ [`GET ${APPS}`]: makeAppList({ can_change: false }) })
    show()

    expect(await screen.findByText(/no app of its own/)).toHaveTextContent("An owner or admin")
    expect(screen.queryByRole("button", { name: "Add a TikTok app" })).toBeNull()
    expect(screen.queryByRole("button", { name: "Test key and secret" })).toBeNull()
  })

  it("offer another try when they could not be had", async () => {
    fakeApi({ [`GET ${APPS}`]: () => refusal(502, "api_unreachable", "The server is not answering.") })
    show()

    expect(await screen.findByText("The server is not answering.")).toBeVisible()
    expect(screen.getByRole("button", { name: "Try again" })).toBeEnabled()
  })

  it("hand over the addresses TikTok asks for", async () => {
    const written: string[] = []
    fakeApi({ [`GET ${APPS}`]: makeAppList() })
    const { person } = show()
    vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (text) => void written.push(text))

    await person.click(await screen.findByRole("button", { name: "Copy the Redirect URI" }))
    await person.click(screen.getByRole("button", { name: "Copy the Webhook URL" }))

    expect(written).toEqual([makeAppList().redirect_uri, makeAppList().webhook_url])
    expect(screen.getByText(/public https addresses only/)).toBeVisible()
  })

  it("tell in words what TikTok said to the key and the secret", async () => {
    const sentence = "TikTok does not know this pair of client key and secret."
    fakeApi({
      [`GET ${APPS}`]: makeAppList({ items: [north] }),
      [`POST ${APPS}/north/test`]: { ok: false, code: "invalid_client", message: sentence, app: north },
    })
    const { person } = show()

    await person.click(await screen.findByRole("button", { name: "Test key and secret" }))

    expect(await screen.findByRole("alert")).toHaveTextContent(sentence)
  })

  it("are switched off, audited and removed one by one", async () => {
    const heard = fakeApi({
      [`GET ${APPS}`]: makeAppList({ items: [north] }),
      [`PATCH ${APPS}/north`]: north,
      [`DELETE ${APPS}/north`]: () => refusal(409, "app_in_use", "One account was connected by this app."),
    })
    const { person } = show()

    await person.click(await screen.findByRole("switch", { name: "In use" }))
    const audited = screen.getByRole("switch", { name: "Passed TikTok's audit" })
    await waitFor(() => expect(audited).toBeEnabled())
    await person.click(audited)
    await person.click(screen.getByRole("button", { name: "Remove" }))
    const dialog = within(await screen.findByRole("dialog", { name: "Remove Northwind?" }))
    await person.click(dialog.getByRole("button", { name: "Remove" }))

    expect(await dialog.findByText("One account was connected by this app.")).toBeVisible()
    const sent = heard.filter(({ method }) => method === "PATCH").map(({ body }) => body)
    expect(sent).toEqual([{ is_enabled: false }, { audited: true }])
  })
})

describe("a wrong secret", () => {
  it("is typed in again, and never shown", async () => {
    const heard = fakeApi({
      [`GET ${APPS}`]: makeAppList({ items: [north] }),
      [`PATCH ${APPS}/north`]: north,
    })
    const { person } = show()

    await person.click(await screen.findByRole("button", { name: "Change the secret" }))
    await person.type(await screen.findByLabelText("New client secret"), "the-right-one")
    await person.click(screen.getByRole("button", { name: "Save the secret" }))

    expect(await screen.findByText(/Test it now/)).toBeVisible()
    expect(screen.queryByLabelText("New client secret")).toBeNull()
    expect(heard.find(({ method }) => method === "PATCH")?.body).toEqual({ client_secret: "the-right-one" })
  })
})

describe("adding an app", () => {
  it("sends what was typed and shows a refusal where it belongs", async () => {
    const heard = fakeApi({
      [`GET ${APPS}`]: makeAppList(),
      [`POST ${APPS}`]: () =>
        refusal(422, "client_key_taken", "Taken.", { client_key: "This app is on this server already." }),
    })
    const { person } = show()
    await person.click(await screen.findByRole("button", { name: "Add a TikTok app" }))
    await person.type(screen.getByLabelText("Name"), "Northwind")
    await person.type(screen.getByLabelText("Client key"), "awnorth")
    await person.type(screen.getByLabelText("Client secret"), "very-secret-indeed")
    await person.click(screen.getByRole("checkbox", { name: /send drafts/ }))
    await person.click(screen.getByRole("button", { name: "Add the app" }))

    expect(await screen.findByText("This app is on this server already.")).toBeVisible()
    expect(screen.getByLabelText("Client key")).toHaveValue("awnorth")
    expect(heard.find(({ method }) => method === "POST")?.body).toEqual({
      name: "Northwind",
      client_key: "awnorth",
      client_secret: "very-secret-indeed",
      platform: "desktop",
      audited: false,
      scopes: ["user.info.basic", "user.info.profile", "user.info.stats", "video.list", "video.publish"],
    })
  })
})

describe("connecting with several apps", () => {
  it("asks by which one, of those that work", async () => {
    const off = makeApp({ id: "off", name: "Switched off", is_enabled: false })
    const heard = fakeApi({
      [`GET ${APPS}`]: makeAppList({ items: [makeApp(), north, off] }),
      "GET /api/v1/tiktok/oauth/authorize": () =>
        refusal(502, "tiktok_unreachable", "TikTok did not answer."),
    })
    const { person } = renderApp(<ConnectButton />)

    await person.click(screen.getByRole("button", { name: "Connect a TikTok account" }))
    const dialog = within(await screen.findByRole("dialog", { name: "Connect by which TikTok app?" }))
    expect(dialog.queryByRole("button", { name: /Switched off/ })).toBeNull()
    await person.click(dialog.getByRole("button", { name: /Northwind/ }))

    expect(heard.at(-1)?.path).toBe("/api/v1/tiktok/oauth/authorize?app_id=north")
  })

  it("asks nothing where there is one", async () => {
    const heard = fakeApi({
      [`GET ${APPS}`]: makeAppList(),
      "GET /api/v1/tiktok/oauth/authorize": () =>
        refusal(502, "tiktok_unreachable", "TikTok did not answer."),
    })
    const { person } = renderApp(<ConnectButton />)

    await person.click(screen.getByRole("button", { name: "Connect a TikTok account" }))

    await vi.waitFor(() => expect(heard.at(-1)?.path).toBe("/api/v1/tiktok/oauth/authorize"))
  })
})
