import { screen } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { dayAndTime } from "@/lib/dates"
import { fakeApi } from "@/testing/fake-api"
import { makeCreatorInfo } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { CreatorInfoGate } from "./creator-info-gate"

const INFO = "GET /api/v1/accounts/acc-nord/creator-info"
const show = () =>
  renderApp(
    <CreatorInfoGate accountId="acc-nord" zone="Europe/Berlin" onInfo={() => undefined}>
      {() => <p>the options</p>}
    </CreatorInfoGate>,
  )

describe("an account of an unaudited app", () => {
  it("says what that means before anything is scheduled", async () => {
    const note = "This app has not passed TikTok's audit: 5 of 5 taken."
    const room_from = "2026-11-25T19:20:00Z"
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
    expect(
      screen.getByText(
        `There is room for another creator from ${dayAndTime(room_from, "Europe/Berlin")} on.`,
      ),
    ).toBeVisible()
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
