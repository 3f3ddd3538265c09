import { screen } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { fakeApi } from "@/testing/fake-api"
import { makeCreatorInfo } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { CreatorInfoGate } from "./creator-info-gate"

const INFO = "GET /api/v1/accounts/acc-nord/creator-info"
const show = () =>
  renderApp(
    <CreatorInfoGate accountId="acc-nord" onInfo={() => undefined}>
      {() => <p>the options</p>}
    </CreatorInfoGate>,
  )

describe("an account of an unaudited app", () => {
  it("says what that means before anything is scheduled", async () => {
    const note = "This app has not passed TikTok's audit: 5 of 5 taken."
    const room_from = new Date(Date.now() + 5 * 3_600_000).toISOString()
    const app = {
      id: "app",
      name: "Northwind",
      audited: false,
      creators_used: 5,
      creators_cap: 5,
      room_from,
    }
    fakeApi({ [INFO]: makeCreatorInfo({ notes: [note], app }) })
    show()

    expect(await screen.findByText(note)).toBeVisible()
    expect(screen.getByText(/room for another creator in 5 hr/)).toBeVisible()
    expect(screen.getByText("the options")).toBeVisible()
  })
})

describe("an account of an audited app", () => {
  it("has nothing to say", async () => {
    fakeApi({ [INFO]: makeCreatorInfo() })
    show()

    expect(await screen.findByText("the options")).toBeVisible()
    expect(screen.queryByRole("status")).toBeNull()
  })
})
