import { screen, within } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"
import type { Quota } from "@/lib/api/types"
import { dayAndTime, time } from "@/lib/dates"
import { choose, openComposer } from "@/testing/open-composer"

const free = dayAndTime("2026-11-23T08:10:00Z", "Europe/Berlin")
const last = time("2026-11-22T13:38:00Z", "Europe/Berlin")
const SLOW = { timeout: 4000 } // the panel is loaded with the first account
const AT = "2026-11-22T13:00:00Z"

function makeRoom(account_id: string, left: number): Quota["accounts"][number] {
  const fits = left > 0
  return {
    account_id,
    post_mode: "DIRECT_POST",
    goes_out_at: AT,
    used: 15 - left,
    cap: 15,
    left,
    fits,
    close_to: null,
    free_from: fits ? AT : "2026-11-23T08:10:00Z",
  }
}

function makeQuota(...accounts: Quota["accounts"]): Quota {
  const fits = accounts.every((one) => one.fits)
  return {
    accounts,
    fits,
    free_for_all: fits ? AT : "2026-11-23T08:10:00Z",
    first_at: AT,
    last_at: "2026-11-22T13:38:00Z",
  }
}

const quotaRoute = (quota: Quota) => ({ "POST /api/v1/quota": quota })
const asked = (heard: { path: string; body: unknown }[]) =>
  heard.filter(({ path }) => path === "/api/v1/quota").at(-1)?.body

describe("the composer's pace", () => {
  it("tells how many more posts TikTok takes that day", async () => {
    const { heard, person } = await openComposer(quotaRoute(makeQuota(makeRoom("acc-nord", 12))))
    await choose(person, /Studio Nord/)

    const list = await screen.findByLabelText("Room on TikTok")
    expect(list).toHaveTextContent("@studio.nordabout 12 of 15 left that day")
    expect(asked(heard)).toMatchObject({ targets: [{ account_id: "acc-nord" }], stagger_min: 0 })
  })

  it("offers the next free time of a full account, and takes it", async () => {
    const { person } = await openComposer(quotaRoute(makeQuota(makeRoom("acc-nord", 0))))
    await choose(person, /Studio Nord/)

    await person.click(await screen.findByRole("button", { name: `Use ${free}` }, SLOW))

    expect(screen.getByLabelText("Day")).toHaveValue("2026-11-23")
    expect(screen.getByLabelText("Time")).toHaveValue("09:10")
  })

  it("lets only the full account go later, and takes that back", async () => {
    const quota = makeQuota(makeRoom("acc-nord", 0), makeRoom("acc-quiet", 9))
    const { person } = await openComposer(quotaRoute(quota))
    await choose(person, /Studio Nord/)
    await choose(person, /Quiet Room/)

    await person.click(await screen.findByRole("button", { name: "Send only this account later" }, SLOW))

    expect(await screen.findByText(`@studio.nord: ${free}`, {}, SLOW)).toBeVisible()
    await person.click(screen.getByRole("button", { name: "Undo" }))
    expect(await screen.findByRole("button", { name: "Send only this account later" }, SLOW)).toBeVisible()
  })

  it("spreads two accounts and says when the last goes out", async () => {
    const quota = makeQuota(makeRoom("acc-nord", 5), makeRoom("acc-quiet", 9))
    const { heard, person } = await openComposer(quotaRoute(quota))
    await choose(person, /Studio Nord/)
    expect(screen.queryByLabelText("Spread the accounts")).toBeNull()
    await choose(person, /Quiet Room/)

    const minutes = await screen.findByLabelText("Spread the accounts")
    await person.clear(minutes)
    await person.type(minutes, "40")

    await vi.waitFor(() => expect(asked(heard)).toMatchObject({ stagger_min: 40 }))
    expect(await screen.findByText(new RegExp(`the last at about ${last}`))).toBeVisible()
  })

  it("asks what becomes of a late post", async () => {
    const { person } = await openComposer(quotaRoute(makeQuota(makeRoom("acc-nord", 12))))
    await choose(person, /Studio Nord/)

    const late = await screen.findByLabelText("If it cannot go out on time")
    expect(within(late).getByRole("option", { name: "Ask me after 6 hours" })).toHaveProperty(
      "selected",
      true,
    )
    await person.selectOptions(late, "Send it however late")

    expect(late).toHaveValue("never")
  })
})
