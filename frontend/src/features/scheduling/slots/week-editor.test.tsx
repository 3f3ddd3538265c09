import { screen, waitFor } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import type { Slot } from "@/lib/api/types"
import { fakeApi } from "@/testing/fake-api"
import { makeAccount } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { WeekEditor } from "./week-editor"

const nord = makeAccount()
const quiet = makeAccount({ id: "acc-quiet", nickname: "Quiet Room" })
const monday: Slot = { weekday: 0, local_time: "18:00" }
const friday: Slot = { weekday: 4, local_time: "09:00" }

describe("the week of posting slots", () => {
  it("is had back as it was on every account it was saved for", async () => {
    const weeks: Record<string, Slot[]> = { [nord.id]: [monday], "acc-quiet": [friday] }
    const path = (id: string) => `/api/v1/accounts/${id}/slots`
    const routes = Object.keys(weeks).flatMap((id) => [
      [`GET ${path(id)}`, () => Response.json({ slots: weeks[id], time_zone: "Europe/Berlin" })] as const,
      [
        `PUT ${path(id)}`,
        ({ body }: { body: unknown }) => {
          weeks[id] = (body as { slots: Slot[] }).slots
          return Response.json({ slots: weeks[id], time_zone: "Europe/Berlin" })
        },
      ] as const,
    ])
    fakeApi(Object.fromEntries(routes))
    const { person } = renderApp(
      <>
        <WeekEditor account={nord} all={[nord, quiet]} kept={[monday]} />
        <Toaster />
      </>,
    )

    await person.click(screen.getByRole("button", { name: "Remove Monday, 18:00" }))
    await person.click(screen.getByRole("button", { name: "Save for all 2 accounts" }))
    expect(await screen.findByText("The posting slots of 2 accounts are kept.")).toBeVisible()
    expect(weeks).toEqual({ [nord.id]: [], "acc-quiet": [] })

    await person.click(screen.getByRole("button", { name: "Undo" }))

    expect(await screen.findByText("The posting slots of 2 accounts are as they were.")).toBeVisible()
    expect(weeks).toEqual({ [nord.id]: [monday], "acc-quiet": [friday] })
    await waitFor(() => expect(screen.getByRole("button", { name: "Remove Monday, 18:00" })).toBeVisible())
  })
})
