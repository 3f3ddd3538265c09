import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makeDoneExport, makeExport } from "@/testing/make-taking"
import { renderApp } from "@/testing/render"
import { ExportsList } from "./exports-list"
import { expiryWords } from "./words"

const LIST = "/api/v1/analytics/exports"

function show(items: unknown[], more: Record<string, unknown> = {}) {
  const heard = fakeApi({ [`GET ${LIST}`]: { items, next_cursor: null }, ...more })
  return { heard, ...renderApp(<ExportsList />) }
}

const rows = async () => (await screen.findAllByRole("listitem")).map((row) => within(row))
const plain = (text: string | null) => text?.replaceAll("\u202f", " ")

describe("large exports", () => {
  it("say how far they are, and can be called off", async () => {
    const { heard, person } = show([makeExport()], {
      [`DELETE ${LIST}/exp`]: () => new Response(null, { status: 204 }),
    })
    const [row] = await rows()

    expect(row?.getByRole("progressbar", { name: /^Making carillon-samples/ })).toHaveValue(43)
    expect(plain(screen.getByRole("listitem").textContent)).toContain("43 %, 51 600 of 120 000 rows")
    expect(row?.queryByRole("link")).toBeNull()
    await person.click(screen.getByRole("button", { name: /^Cancel carillon-samples/ }))
    expect(heard.map(({ method }) => method)).toContain("DELETE")
  })

  it("are downloaded under their name while they are there", async () => {
    show([makeDoneExport(), makeDoneExport({ id: "old", file_url: null })])
    const [ready, gone] = await rows()

    const link = ready?.getByRole("link", { name: /^Download carillon-samples/ })
    expect(link).toHaveAttribute("href", "/api/v1/analytics/exports/exp/file")
    expect(link).toHaveAttribute("download", "carillon-samples-2026-11-18-to-2026-11-24.csv")
    expect(plain(screen.getAllByRole("listitem")[0]?.textContent ?? "")).toContain("12 MB, expires in 23 h")
    expect(gone?.queryByRole("link")).toBeNull()
    expect(gone?.getByText("Gone")).toBeVisible()
  })

  it("say why one was not made, and why one cannot be removed", async () => {
    const error = "The server has no room left for this file. Ask whoever runs it to make some."
    const { person } = show([makeExport({ status: "failed", error })], {
      [`DELETE ${LIST}/exp`]: () => refusal(409, "busy", "It is in use."),
    })
    expect(await screen.findByText(new RegExp(error))).toBeVisible()

    await person.click(screen.getByRole("button", { name: /^Remove/ }))
    expect(await screen.findByRole("alert")).toHaveTextContent("It is in use.")
  })

  it("say so where there are none", async () => {
    show([])
    expect(await screen.findByText(/^None\. What has too many rows/)).toBeVisible()
  })

  it("can be asked for again when they could not be had", async () => {
    fakeApi({ [`GET ${LIST}`]: () => refusal(503, "away", "Carillon is starting.") })
    renderApp(<ExportsList />)
    expect(await screen.findByRole("alert")).toHaveTextContent("Carillon is starting.")
    expect(screen.getByRole("button", { name: "Try again" })).toBeVisible()
  })

  it("are shown page by page", async () => {
    const { person } = show([], {
      [`GET ${LIST}?limit=10`]: { items: [makeExport()], next_cursor: "more" },
      [`GET ${LIST}?limit=10&cursor=more`]: { items: [makeDoneExport({ id: "old" })], next_cursor: null },
    })
    await person.click(await screen.findByRole("button", { name: "Show earlier ones" }))
    expect(await screen.findByText("Ready")).toBeVisible()
    expect(screen.getAllByRole("listitem")).toHaveLength(2)
  })
})

it("a file's end is told in the largest unit that fits, never more than is left", () => {
  const now = Date.parse("2026-11-24T12:00:00Z")
  const words = [
    "2026-11-25T11:59:00Z",
    "2026-11-24T13:00:00Z",
    "2026-11-24T12:40:30Z",
    "2026-11-24T12:00:20Z",
  ]
  expect(words.map((instant) => expiryWords(instant, now))).toEqual([
    "expires in 23 h",
    "expires in 1 h",
    "expires in 40 min",
    "expires within a minute",
  ])
})
