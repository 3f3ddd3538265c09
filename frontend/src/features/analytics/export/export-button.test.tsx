import { screen, within } from "@testing-library/react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import { fakeApi, type Heard, refusal } from "@/testing/fake-api"
import { makeMetrics } from "@/testing/make-analytics"
import { makeDashboard } from "@/testing/make-analytics-more"
import { makeDoneExport, makeExport } from "@/testing/make-taking"
import { renderApp } from "@/testing/render"
import { exportQueries } from "../api/export-queries"
import { ExportButton } from "./export-button"

const SLOW = { timeout: 4_000 } // it is loaded when it is needed
const LIST = "/api/v1/analytics/exports"
const accounts = [
  { id: "acc-nord", handle: "@studio.nord" },
  { id: "acc-quiet", handle: "@quiet.room" },
]
const listed = (...items: unknown[]) => ({ items, next_cursor: null })
const asked = (heard: Heard[], name: string) =>
  heard.filter(({ path }) => path.startsWith(`/api/v1/analytics/${name}?`)).map(({ path }) => path)

const saved: string[] = []
beforeEach(() => {
  saved.length = 0
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:here", revokeObjectURL: () => {} }))
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download)
  })
})
afterEach(() => vi.restoreAllMocks())

async function open(routes: Record<string, unknown> = {}, accountId?: string) {
  const heard = fakeApi({
    "GET /api/v1/analytics/dashboard": makeDashboard(),
    "GET /api/v1/analytics/accounts/acc-nord/metrics": makeMetrics(),
    [`GET ${LIST}`]: listed(),
    ...routes,
  })
  const app = renderApp(
    <>
      <ExportButton zone="Europe/Berlin" accounts={accounts} {...(accountId && { accountId })} />
      <Toaster />
    </>,
  )
  await app.person.click(screen.getByRole("button", { name: "Export" }))
  const dialog = within(await screen.findByRole("dialog", { name: "Take figures along" }, SLOW))
  await dialog.findByText(/the days that the page shows/)
  const take = () => app.person.click(dialog.getByRole("button", { name: "Download" }))
  return { heard, dialog, take, ...app }
}

const file = (name: string, type: string) => () =>
  new Response("a,b\n", {
    headers: { "content-type": type, "content-disposition": `attachment; filename="${name}"` },
  })

describe("taking figures along", () => {
  it("saves a small table under the server's name, of the days and the account that the page shows", async () => {
    const name = "carillon-days-studio.nord-2026-11-18-to-2026-11-24.csv"
    const { heard, dialog, take } = await open(
      { "GET /api/v1/analytics/export": file(name, "text/csv") },
      "acc-nord",
    )
    expect(dialog.getByLabelText("Of")).toHaveDisplayValue("@studio.nord")
    expect(dialog.getByRole("radio", { name: "Days" })).toHaveAccessibleDescription(/each account and day/)

    await take()

    expect(await dialog.findByText(/is among your downloads/)).toHaveTextContent(name)
    expect(saved).toEqual([name])
    expect(asked(heard, "export")).toEqual([
      "/api/v1/analytics/export?what=days&format=csv&since=2026-11-18&until=2026-11-24&account_id=acc-nord",
    ])
  })

  it("takes another sheet, format and choice of accounts", async () => {
    const { heard, dialog, person, take } = await open(
      { "GET /api/v1/analytics/export": file("x.parquet", "application/vnd.apache.parquet") },
      "acc-nord",
    )
    await person.click(dialog.getByRole("radio", { name: "Totals" }))
    await person.selectOptions(dialog.getByLabelText("Format"), "Parquet")
    await person.selectOptions(dialog.getByLabelText("Of"), "All accounts")
    await take()

    await dialog.findByText(/is among your downloads/)
    expect(asked(heard, "export")[0]).toMatch(/\?what=metrics&format=parquet&since=[\d-]+&until=[\d-]+$/)
  })

  it("takes a report, which has no format to choose", async () => {
    const name = "carillon-report.pdf"
    const { heard, dialog, person, take } = await open({
      "GET /api/v1/analytics/report": file(name, "application/pdf"),
    })
    await person.click(dialog.getByRole("radio", { name: "Report (PDF)" }))
    expect(dialog.queryByLabelText("Format")).toBeNull()
    await person.selectOptions(dialog.getByLabelText("Of"), "@quiet.room")
    await take()

    expect(await dialog.findByText(/is among your downloads/)).toHaveTextContent(name)
    expect(asked(heard, "report")).toEqual([
      "/api/v1/analytics/report?since=2026-11-18&until=2026-11-24&account_id=acc-quiet",
    ])
  })

  it("says in words why not", async () => {
    const sentence = "3 exports of this workspace are being made. Wait for one, or call one off."
    const { dialog, take } = await open({
      "GET /api/v1/analytics/export": () => refusal(429, "too_many_exports", sentence),
    })
    await take()
    expect(await dialog.findByRole("alert")).toHaveTextContent(sentence)
    expect(saved).toEqual([])
  })

  it("says that a large one is being made, and when it is there", async () => {
    let job = makeExport({ status: "queued", progress: 0, rows_total: null })
    const { client, dialog, take } = await open({
      "GET /api/v1/analytics/export": () => Response.json(job, { status: 202 }),
      [`GET ${LIST}`]: () => Response.json(listed(job)),
    })
    await take()
    expect(await dialog.findByText(/has many rows, so it is being made meanwhile/)).toBeVisible()
    expect(dialog.getByText("Waiting its turn")).toBeVisible()
    expect(saved).toEqual([])

    job = makeDoneExport()
    await client.invalidateQueries({ queryKey: exportQueries.all })
    expect(
      await screen.findByText(`${job.file_name} is ready: it stands under Export.`, {}, SLOW),
    ).toBeVisible()
  })

  it("says so when the days cannot be known, and takes nothing then", async () => {
    fakeApi({
      "GET /api/v1/analytics/dashboard": () => refusal(500, "unknown", "That did not work."),
      [`GET ${LIST}`]: listed(),
    })
    const { person } = renderApp(<ExportButton zone="Europe/Berlin" accounts={accounts} />)
    await person.click(screen.getByRole("button", { name: "Export" }))

    expect(await screen.findByText("That did not work.", {}, SLOW)).toBeVisible()
    expect(screen.getByRole("button", { name: "Download" })).toBeDisabled()
  })
})
