import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import type { Series } from "@/lib/api/types"
import { fakeApi } from "@/testing/fake-api"
import { renderApp } from "@/testing/render"
import { SeriesCard } from "./series-card"

const series: Series = {
  id: "ser",
  caption: "Morning light",
  account_count: 2,
  rule: {
    frequency: "daily",
    interval: 1,
    weekdays: [],
    month_day: 1,
    first_day: "2026-11-24",
    until: null,
    count: null,
    local_time: "18:00",
    time_zone: "Europe/Berlin",
  },
  words: "every day at 18:00 (Europe/Berlin)",
  is_running: true,
  next_days: ["2026-11-25"],
  occurrences: [],
  created_at: "2026-11-20T12:00:00Z",
}

describe("a series", () => {
  it("that was stopped can be gone on with", async () => {
    const heard = fakeApi({
      "POST /api/v1/series/ser/stop": { ...series, is_running: false },
      "POST /api/v1/series/ser/resume": series,
    })
    const { person } = renderApp(
      <>
        <ul>
          <SeriesCard series={series} />
        </ul>
        <Toaster />
      </>,
    )
    await person.click(screen.getByRole("button", { name: "Stop" }))
    const dialog = within(screen.getByRole("dialog", { name: "Stop this series?" }))
    expect(dialog.getByText(/You can undo this for 10 minutes/)).toBeVisible()
    await person.click(dialog.getByRole("button", { name: "Stop the series" }))

    expect(await screen.findByText("The series is stopped.")).toBeVisible()
    await person.click(screen.getByRole("button", { name: "Undo" }))

    expect(await screen.findByText("The series goes on: every day at 18:00 (Europe/Berlin).")).toBeVisible()
    expect(heard.map(({ path }) => path)).toEqual(["/api/v1/series/ser/stop", "/api/v1/series/ser/resume"])
  })
})
