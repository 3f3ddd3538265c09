import { screen, waitFor } from "@testing-library/react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { fakeApi } from "@/testing/fake-api"
import { makeHealth, makeTrouble } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { TikTokTrouble } from "./tiktok-trouble"

const HEALTH = "GET /api/v1/tiktok/health"

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-24T15:00:00Z"), toFake: ["Date"] })
  vi.spyOn(navigator, "language", "get").mockReturnValue("en-GB")
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe("a trouble of TikTok's", () => {
  it("is not spoken of while there is none", async () => {
    const heard = fakeApi({ [HEALTH]: makeHealth() })
    const { container } = renderApp(<TikTokTrouble zone="Europe/Berlin" />)

    await waitFor(() => expect(heard).toHaveLength(1))
    expect(container).toBeEmptyDOMElement()
  })

  it("is told once, with the earliest time, on the person's clock", async () => {
    const troubles = [makeTrouble({ since: "2026-11-24T13:05:00Z" }), makeTrouble({ group: "creator" })]
    fakeApi({ [HEALTH]: makeHealth({ troubles }) })
    renderApp(<TikTokTrouble zone="Europe/Berlin" />)

    expect(await screen.findByRole("status")).toHaveTextContent(
      "TikTok is having trouble since 14:03. Posts wait and go out in order by themselves.",
    )
  })

  it("names the day once it is another", async () => {
    fakeApi({ [HEALTH]: makeHealth({ troubles: [makeTrouble({ since: "2026-11-23T13:03:00Z" })] }) })
    renderApp(<TikTokTrouble zone="Europe/Berlin" />)

    expect(await screen.findByRole("status")).toHaveTextContent("since Mon 23 Nov, 14:03.")
  })

  it("does not alarm about posts when only figures cannot be read", async () => {
    fakeApi({ [HEALTH]: makeHealth({ troubles: [makeTrouble({ group: "display" })] }) })
    renderApp(<TikTokTrouble zone="Europe/Berlin" />)

    expect(await screen.findByRole("status")).toHaveTextContent("Posts still go out")
  })
})

describe("a limiter without Valkey", () => {
  it("is told as slower posting", async () => {
    fakeApi({ [HEALTH]: makeHealth({ limiter: { degraded_since: "2026-11-24T13:03:00Z" } }) })
    renderApp(<TikTokTrouble zone="Europe/Berlin" />)

    expect(await screen.findByRole("status")).toHaveTextContent("Posting is slowed since 14:03")
  })
})
