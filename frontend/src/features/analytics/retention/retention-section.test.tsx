import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import type { RetentionInput } from "@/lib/api/types"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makeRetention } from "@/testing/make-taking"
import { renderApp } from "@/testing/render"
import { RetentionSection } from "./retention-section"
import { lossWords, sizeWords } from "./words"

const PATH = "/api/v1/analytics/retention"

function show(more: Record<string, unknown> = {}, mayChange = true) {
  const heard = fakeApi({
    [`GET ${PATH}`]: makeRetention(),
    [`PUT ${PATH}`]: ({ body }: { body: RetentionInput }) => Response.json(makeRetention(body)),
    ...more,
  })
  const app = renderApp(
    <>
      <RetentionSection mayChange={mayChange} />
      <Toaster />
    </>,
  )
  return { put: () => heard.filter(({ method }) => method === "PUT").map(({ body }) => body), ...app }
}

const plain = (text: string | null) => text?.replaceAll("\u202f", " ")

async function type(person: ReturnType<typeof show>["person"], label: RegExp, days: string) {
  const field = await screen.findByLabelText(label)
  await person.clear(field)
  await person.type(field, days)
  return field
}

describe("how long figures are kept", () => {
  it("is told with what it takes now, and what the chosen length would take", async () => {
    const { person } = show()
    const field = await screen.findByLabelText("Samples, in days")
    expect(plain(screen.getByText(/each look/).textContent)).toMatch(
      /They take 120 MB now; 90 days of them take about 180 MB\.$/,
    )
    expect(screen.getByText(/Days and posts stay for ever/)).toBeVisible()

    await type(person, /^Samples/, "365")
    expect(plain(screen.getByText(/each look/).textContent)).toMatch(/365 days of them take about 730 MB\.$/)
    expect(field).toHaveAccessibleDescription(/about 730/)
  })

  it("is lengthened without a question", async () => {
    const { person, put } = show()
    await type(person, /^Samples/, "365")
    await person.click(screen.getByRole("button", { name: "Save how long" }))

    expect(await screen.findByText("Samples are kept for 365 days, hours for 400 days.")).toBeVisible()
    expect(put()).toEqual([{ raw_days: 365, hour_days: 400 }])
    expect(screen.getByRole("button", { name: "Save how long" })).toBeDisabled()
  })

  it("is shortened once the person has read what goes", async () => {
    const { person, put } = show()
    await type(person, /^Hours/, "100")
    await person.click(screen.getByRole("button", { name: "Save how long" }))
    const dialog = within(screen.getByRole("dialog", { name: "Keep figures for a shorter time?" }))
    expect(dialog.getByText(/^Hours older than 100 days go the next night/)).toBeVisible()
    expect(put()).toEqual([])
    await person.click(dialog.getByRole("button", { name: "Shorten" }))

    expect(await screen.findByText("Samples are kept for 90 days, hours for 100 days.")).toBeVisible()
    expect(put()).toEqual([{ raw_days: 90, hour_days: 100 }])
  })

  it("says beside the field what cannot be", async () => {
    const sentence = "Between 35 and 730 days can be kept."
    const { person } = show({
      [`PUT ${PATH}`]: () => refusal(422, "retention_out_of_bounds", sentence, { raw_days: sentence }),
    })
    await type(person, /^Samples/, "700")
    await person.click(screen.getByRole("button", { name: "Save how long" }))

    expect(await screen.findByRole("alert")).toHaveTextContent(sentence)
    expect(screen.getByLabelText("Samples, in days")).toHaveValue(700)
  })

  it("is only told to who does not run the workspace", async () => {
    show({}, false)
    expect(plain((await screen.findByText(/and take 120.MB now/)).textContent)).toContain("90 days")
    expect(screen.getByText("The workspace's owners and admins can change this.")).toBeVisible()
    expect(screen.queryByRole("button")).toBeNull()
  })

  it("can be asked for again when it could not be had", async () => {
    show({ [`GET ${PATH}`]: () => refusal(503, "away", "Carillon is starting.") })
    expect(await screen.findByRole("alert")).toHaveTextContent("Carillon is starting.")
  })
})

it("nothing is reckoned from nothing", () => {
  expect(plain(sizeWords(0, 0, 90))).toBe("They take 0 B now; none came in the last week to reckon from.")
  expect(plain(sizeWords(5_000, 100, Number.NaN))).toBe("They take 5 kB now.")
})

it("nothing is lost by keeping more", () => {
  const now = { raw_days: 90, hour_days: 400 }
  expect(lossWords(now, { raw_days: 91, hour_days: 400 })).toBeNull()
  expect(plain(lossWords(now, { raw_days: 40, hour_days: 40 }))).toMatch(
    /^Samples older than 40 days and hours older than 40 days go/,
  )
})
