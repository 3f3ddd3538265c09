import { screen } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makeAccount } from "@/testing/makers"
import { address, router } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { ConnectCallback } from "./connect-callback"

describe("coming back from TikTok", () => {
  it("hands TikTok's answer to the API once and goes to the accounts with a note", async () => {
    address.search = "code=abc%2A!&scopes=user.info.basic&state=s1"
    const heard = fakeApi({ "POST /api/v1/tiktok/oauth/callback": makeAccount() })
    renderApp(
      <>
        <ConnectCallback />
        <Toaster />
      </>,
    )

    expect(await screen.findByText("@studio.nord is connected.")).toBeVisible()
    expect(router.replace).toHaveBeenCalledWith("/accounts")
    expect(heard.filter(({ method }) => method === "POST").map(({ body }) => body)).toEqual([
      { state: "s1", code: "abc*!", scopes: "user.info.basic" },
    ])
  })

  it("says why it was refused and offers another try", async () => {
    address.search = "state=old&code=x"
    const sentence = "This connection was started more than ten minutes ago. Start it again."
    fakeApi({ "POST /api/v1/tiktok/oauth/callback": () => refusal(400, "oauth_state_stale", sentence) })
    renderApp(<ConnectCallback />)

    expect(await screen.findByText(sentence)).toBeVisible()
    expect(screen.getByText("oauth_state_stale")).toBeVisible()
    expect(screen.getByRole("button", { name: "Try again" })).toBeEnabled()
  })
})
