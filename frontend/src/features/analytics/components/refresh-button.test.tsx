import { screen, waitFor } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makeAnalyzed, makeRefresh } from "@/testing/make-analytics"
import { renderApp } from "@/testing/render"
import { refreshQuery } from "../api/refresh-queries"
import { RefreshButton } from "./refresh-button"

const path = "/api/v1/analytics/refresh/acc-nord"

function show(routes: Record<string, unknown>) {
  let now = makeRefresh()
  const heard = fakeApi({ [`GET ${path}`]: () => Response.json(now), ...routes })
  const app = renderApp(
    <>
      <RefreshButton account={makeAnalyzed()} />
      <Toaster />
    </>,
  )
  const tell = (part: Parameters<typeof makeRefresh>[0]) => {
    now = makeRefresh(part)
    app.client.setQueryData(refreshQuery("acc-nord").queryKey, now)
  }
  return { heard, tell, ...app }
}

const button = () => screen.getByRole("button", { name: /@studio.nord$/ })

describe("a refresh", () => {
  it("says how far it has come, and asks for the figures anew when it has ended", async () => {
    const { person, heard, client, tell } = show({ [`POST ${path}`]: makeRefresh({ status: "queued" }) })
    client.setQueryData(["analytics", "acc-nord", "metrics"], 1)
    await waitFor(() => expect(heard).toHaveLength(1))

    await person.click(button())
    expect(await screen.findByRole("button", { name: "Waiting its turn: @studio.nord" })).toBeDisabled()
    tell({ status: "running", posts: 40 })
    expect(await screen.findByRole("button", { name: "40 posts read: @studio.nord" })).toBeDisabled()
    expect(client.getQueryState(["analytics", "acc-nord", "metrics"])?.isInvalidated).toBe(false)

    tell({ status: "done", posts: 41 })
    expect(await screen.findByText("@studio.nord is up to date: 41 posts read.")).toBeVisible()
    expect(button()).toBeEnabled()
    expect(client.getQueryState(["analytics", "acc-nord", "metrics"])?.isInvalidated).toBe(true)
  })

  it("says in words when it is asked for too soon", async () => {
    const sentence = "@studio.nord was looked at 12 s ago. Ask again in 48 s."
    const { person } = show({ [`POST ${path}`]: () => refusal(429, "refreshed_just_now", sentence) })

    await person.click(button())

    expect(await screen.findByText(sentence)).toBeVisible()
    expect(button()).toBeEnabled()
  })

  it("says why it did not work", async () => {
    const { person, tell } = show({ [`POST ${path}`]: makeRefresh({ status: "queued" }) })
    await person.click(button())
    await screen.findByRole("button", { name: /^Waiting/ })

    tell({ status: "failed", error: "TikTok did not answer." })

    expect(await screen.findByText("TikTok did not answer.")).toBeVisible()
  })

  it("follows a look that comes by itself, and says nothing when that ends", async () => {
    const { tell } = show({})
    await screen.findByRole("button", { name: "Refresh: @studio.nord" })
    tell({ status: "running", posts: 0 })
    expect(await screen.findByRole("button", { name: "Reading: @studio.nord" })).toBeDisabled()
    tell({ status: "done", posts: 7 })

    await waitFor(() => expect(button()).toBeEnabled())
    expect(screen.queryByText(/7 posts read/)).toBeNull()
  })
})
