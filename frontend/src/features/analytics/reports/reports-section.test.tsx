import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import type { ReportSchedule } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makeReportSchedule } from "@/testing/make-taking"
import { makeMe } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { ReportsSection } from "./reports-section"
import { monthDayWords, ONLY_SOME, rhythmWords } from "./words"

const SLOW = { timeout: 4_000 } // it is loaded when it is needed
const PATH = "/api/v1/analytics/report-schedules"
const accounts = [{ id: "acc-nord", handle: "@studio.nord" }]

function show(schedules: ReportSchedule[], more: Record<string, unknown> = {}, role = "editor") {
  const heard = fakeApi({ [`GET ${PATH}`]: () => Response.json(schedules), ...more })
  const { workspace } = makeMe()
  const app = renderApp(
    <>
      <ReportsSection me={makeMe({ workspace: { ...workspace, role } })} accounts={accounts} />
      <Toaster />
    </>,
  )
  const sent = (method: string) => heard.filter((one) => one.method === method)
  return { sent, ...app }
}

const own = makeReportSchedule({
  id: "own",
  account_id: "acc-nord",
  account: "@studio.nord",
  rhythm: "monthly",
  weekday: null,
  month_day: 31,
  recipients: ["ada@studio.example", "nora@studio.example"],
  last_sent_for: "2026-10-31",
})

describe("reports by e-mail", () => {
  it("say whose they are, when they come and to whom", async () => {
    show([makeReportSchedule(), own])
    const [all, nord] = within(await screen.findByRole("list", { name: "Reports by e-mail" })).getAllByRole(
      "listitem",
    )

    expect(all).toHaveTextContent("All accounts")
    expect(all).toHaveTextContent("Weekly, on Monday at 08:00, about the seven days before")
    expect(all).toHaveTextContent(/Next Mon.*08:00.*none sent yet/)
    expect(nord).toHaveTextContent("Monthly, on the last day at 08:00, about the month before")
    expect(nord).toHaveTextContent("To ada@studio.example, nora@studio.example")
    expect(nord).toHaveTextContent(/last Sat/)
  })

  it("are added, to the person and to other members", async () => {
    const { person, sent } = show([], {
      [`POST ${PATH}`]: () => Response.json(makeReportSchedule(), { status: 201 }),
    })
    await person.click(await screen.findByRole("button", { name: "Add a report" }))
    const dialog = within(await screen.findByRole("dialog", { name: "Add a report" }, SLOW))
    await person.selectOptions(dialog.getByLabelText("Report of"), "@studio.nord")
    await person.selectOptions(dialog.getByLabelText("On"), "Friday")
    await person.selectOptions(dialog.getByLabelText("At"), "17:00")
    expect(dialog.getByRole("checkbox", { name: "nora@studio.example" })).toBeChecked()
    await person.type(dialog.getByLabelText("Another member's e-mail"), "ada@studio.example{Enter}")
    expect(dialog.getByRole("checkbox", { name: "ada@studio.example" })).toBeChecked()
    await person.type(dialog.getByLabelText("Another member's e-mail"), "ben@studio.example")
    await person.click(dialog.getByRole("button", { name: "Save report" }))

    expect(await screen.findByText("The report is added.")).toBeVisible()
    expect(sent("POST").map(({ body }) => body)).toEqual([
      {
        account_id: "acc-nord",
        rhythm: "weekly",
        weekday: 4,
        month_day: 1,
        local_hour: 17,
        recipients: ["nora@studio.example", "ada@studio.example", "ben@studio.example"],
      },
    ])
    expect(screen.queryByRole("dialog")).toBeNull()
  })

  it("are changed, and say beside the field who is no member", async () => {
    const sentence = "ada@studio.example belongs to no member of this workspace; reports go to members only."
    const { person, sent } = show([own], {
      [`PUT ${PATH}/own`]: () => refusal(422, "not_a_member", sentence, { "recipients.0": sentence }),
    })
    await person.click(
      await screen.findByRole("button", { name: "Change the monthly report of @studio.nord" }),
    )
    const dialog = within(await screen.findByRole("dialog", { name: "Change a report" }, SLOW))
    expect(dialog.getByLabelText("On")).toHaveDisplayValue("the last day")
    await person.selectOptions(dialog.getByLabelText("On"), "the 30th")
    expect(dialog.getByText(/Where a month has fewer days, on its last\./)).toBeVisible()
    await person.click(dialog.getByRole("button", { name: "Save report" }))

    expect(await dialog.findByRole("alert")).toHaveTextContent(sentence)
    expect(sent("PUT")[0]?.body).toMatchObject({ rhythm: "monthly", month_day: 30 })
  })

  it("go to somebody", async () => {
    const { person, sent } = show([own])
    await person.click(await screen.findByRole("button", { name: /^Change/ }))
    const dialog = within(await screen.findByRole("dialog", {}, SLOW))
    for (const box of dialog.getAllByRole("checkbox")) await person.click(box)
    await person.click(dialog.getByRole("button", { name: "Save report" }))

    expect(dialog.getByRole("alert")).toHaveTextContent("Choose at least one member.")
    expect(sent("PUT")).toEqual([])
  })

  it("are deleted after a question that says who gets them", async () => {
    let schedules = [own]
    const { person, sent } = show([], {
      [`GET ${PATH}`]: () => Response.json(schedules),
      [`DELETE ${PATH}/own`]: () => {
        schedules = []
        return new Response(null, { status: 204 })
      },
      [`POST ${PATH}`]: () => {
        schedules = [own]
        return Response.json(own, { status: 201 })
      },
    })
    await person.click(await screen.findByRole("button", { name: /^Delete/ }))
    const dialog = within(screen.getByRole("dialog", { name: "Delete the monthly report of @studio.nord?" }))
    expect(dialog.getByText(/ada@studio\.example, nora@studio\.example/)).toBeVisible()
    await person.click(dialog.getByRole("button", { name: "Delete" }))

    expect(await screen.findByText("That report is mailed no more.")).toBeVisible()
    expect(await screen.findByText(/^No report is mailed yet/)).toBeVisible()

    await person.click(screen.getByRole("button", { name: "Undo" }))
    expect(await screen.findByText("@studio.nord")).toBeVisible()
    const { account_id, rhythm, weekday, month_day, local_hour, recipients } = own
    const again = { account_id, rhythm, weekday, month_day, local_hour, recipients }
    expect(sent("POST").map(({ body }) => body)).toEqual([again])
  })

  it.each(["approver", "viewer"])("are only shown to who is %s", async (role) => {
    show([own], {}, role)
    expect(await screen.findByText(t(ONLY_SOME))).toBeVisible()
    expect(screen.getByText("@studio.nord")).toBeVisible()
    expect(screen.queryByRole("button")).toBeNull()
  })

  it("can be asked for again when they could not be had", async () => {
    show([], { [`GET ${PATH}`]: () => refusal(503, "away", "Carillon is starting.") })
    expect(await screen.findByRole("alert")).toHaveTextContent("Carillon is starting.")
  })
})

it("a report's days are called as people call them", () => {
  expect([1, 2, 3, 11, 12, 13, 21, 22, 30, 31].map(monthDayWords)).toEqual(
    ["1st", "2nd", "3rd", "11th", "12th", "13th", "21st", "22nd", "30th", "last day"].map(
      (day) => `the ${day}`,
    ),
  )
  expect(rhythmWords({ rhythm: "weekly", weekday: 6, month_day: null, local_hour: 23 })).toBe(
    "Weekly, on Sunday at 23:00",
  )
})
