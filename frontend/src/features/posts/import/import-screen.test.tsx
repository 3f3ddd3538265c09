import { fireEvent, screen, waitFor, within } from "@testing-library/react"
import { beforeEach, describe, expect, it } from "vitest"
import type { ImportResult } from "@/lib/api/types"
import { fakeApi, type Heard, refusal } from "@/testing/fake-api"
import { makeImportItem, makeImportResult } from "@/testing/make-import"
import { makeCreatorInfo } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { type CreatorAnswers, ImportScreen } from "./import-screen"

const PATH = "POST /api/v1/posts/import"
const BAD = "caption,accounts\nMorning light,studio.nrod\nA draft,"
const wrong = makeImportItem({
  outcome: "refused",
  problems: [
    { column: "accounts", code: "account_unknown", message: "No account here is called @studio.nrod." },
  ],
})
const draft = makeImportItem({
  line: 3,
  caption: "A draft",
  outcome: "draft",
  lacks: ["a time"],
  accounts: [],
})

beforeEach(() => sessionStorage.clear())

function open(answers: Partial<CreatorAnswers> = {}) {
  const told = { creators: {}, asking: 0, failed: 0, retry: () => undefined, ...answers }
  return renderApp(
    <ImportScreen
      zone="Europe/Berlin"
      zones={["Europe/Berlin", "UTC"]}
      renderCreators={({ children }) => children(told)}
    />,
  )
}

/** Answer as the API would of a text with, and then without, what is wrong in it. */
function answering(...rest: ImportResult[]): Heard[] {
  const answers = [makeImportResult([wrong, draft]), ...rest]
  let turn = 0
  return fakeApi({
    [PATH]: () => Response.json(answers[Math.min(turn++, answers.length - 1)]),
  })
}

async function choose(person: ReturnType<typeof open>["person"], text = BAD) {
  await person.upload(screen.getByLabelText("Choose a CSV file"), new File([text], "posts.csv"))
}

describe("importing posts", () => {
  it("shows what each row becomes, and a problem in words beneath its row", async () => {
    const heard = answering()
    const { person } = open()
    await choose(person)

    const problems = within(await screen.findByRole("list", { name: "Problems of line 2" }))
    expect(problems.getByRole("listitem")).toHaveTextContent(
      "Line 2, column accounts: No account here is called @studio.nrod.",
    )
    expect(heard[0]?.body).toEqual({
      csv: BAD,
      time_zone: "Europe/Berlin",
      date_order: null,
      again: false,
      dry_run: true,
    })
    expect(heard[0]?.headers.get("Idempotency-Key")).toBeNull()
    expect(screen.getByText("2 rows: 1 draft, 1 with a problem and left out.")).toBeVisible()
    expect(screen.getByText("Without a time it is a draft.")).toBeVisible()

    await person.click(screen.getByRole("switch", { name: "Only rows with problems" }))
    expect(screen.queryByText("A draft")).toBeNull()
    expect(screen.getByText("Morning light")).toBeVisible()
  })

  it("leads from the problem to its line, which is mended in place and looked at again", async () => {
    const heard = answering(makeImportResult([makeImportItem(), draft]))
    const { person } = open()
    await choose(person)
    await person.click(await screen.findByRole("button", { name: "Line 2, column accounts" }))

    const area = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Text of the file" })
    expect(area).toHaveFocus()
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe("Morning light,studio.nrod")
    fireEvent.change(area, { target: { value: BAD.replace("nrod", "nord") } })
    expect(screen.getByText("The text has changed. Look again before you import it.")).toBeVisible()
    expect(screen.getByRole("button", { name: "Save 1 draft" })).toBeDisabled()
    await person.click(screen.getByRole("button", { name: "Look again" }))

    expect(await screen.findByRole("button", { name: "Schedule 1 post, save 1 draft" })).toBeEnabled()
    expect(heard[1]?.body).toMatchObject({ csv: BAD.replace("nrod", "nord"), dry_run: true })
    expect(screen.getByText(/By posting, you agree to TikTok's/)).toBeVisible()
  })

  it("imports what was looked at once, with consent and a key, and shows the posts", async () => {
    const done = makeImportResult([makeImportItem({ post_id: "made" })], { dry_run: false })
    const heard = fakeApi({
      [PATH]: ({ body }: Heard) =>
        Response.json((body as { dry_run?: boolean }).dry_run ? makeImportResult([makeImportItem()]) : done),
    })
    const { person } = open()
    await choose(person)
    await person.click(await screen.findByRole("button", { name: "Schedule 1 post" }))

    expect(await screen.findByText("Scheduled 1 post.")).toBeVisible()
    expect(screen.getByRole("link", { name: "Show the post" })).toHaveAttribute("href", "/posts/made")
    expect(heard[1]?.body).toMatchObject({ csv: BAD, consent: true, leave_out: [] })
    expect(heard[1]?.headers.get("Idempotency-Key")).toBeTruthy()
    await person.click(screen.getByRole("button", { name: "Import another file" }))
    expect(screen.getByLabelText("Choose a CSV file")).toBeInTheDocument()
  })

  it("leaves out what TikTok would not take, and still says so afterwards", async () => {
    const row = makeImportItem()
    const id = row.accounts[0]?.account.id ?? ""
    const calls = fakeApi({
      [PATH]: ({ body }: Heard) => {
        const rows = (body as { dry_run?: boolean }).dry_run ? [row, draft] : [{ ...draft, post_id: "made" }]
        return Response.json(makeImportResult(rows))
      },
    })
    const creators = { [id]: makeCreatorInfo({ account_id: id, privacy_level_options: ["SELF_ONLY"] }) }
    const { person } = open({ creators })
    await choose(person)

    expect(await screen.findByText(/TikTok does not offer “Everyone”/)).toBeVisible()
    await person.click(screen.getByRole("button", { name: "Save 1 draft" }))
    await waitFor(() => expect(calls[1]?.body).toMatchObject({ leave_out: [2] }))
    expect(await screen.findByText(/^Saved 1 draft. 1 row was left out/)).toBeVisible()
    expect(screen.getByText(/TikTok does not offer “Everyone”/)).toBeVisible()
  })

  it("asks which order dates have, and whether to import again what is here", async () => {
    const ambiguous = {
      column: "date",
      code: "date_ambiguous",
      message: "“3/4/2027” can be two different days.",
    }
    const first = makeImportResult([
      makeImportItem({ outcome: "refused", problems: [ambiguous] }),
      makeImportItem({ line: 3, outcome: "repeated", post_id: "here" }),
    ])
    const heard = fakeApi({ [PATH]: first })
    const { person } = open({ asking: 2 })
    await choose(person)
    await person.selectOptions(await screen.findByLabelText("A date such as 03/04/2027 is"), "mdy")
    await waitFor(() => expect(heard[1]?.body).toMatchObject({ date_order: "mdy" }))
    const again = screen.getByRole("checkbox", { name: "Import again what is here already" })
    await waitFor(() => expect(again).toBeEnabled())
    await person.click(again)

    await waitFor(() => expect(heard[2]?.body).toMatchObject({ date_order: "mdy", again: true }))
    expect(screen.getByText("Asking TikTok what 2 accounts may do right now…")).toBeVisible()
    expect(screen.getByRole("link", { name: "Show the post" })).toHaveAttribute("href", "/posts/here")
  })

  it("keeps the text when the file is refused, and after a reload", async () => {
    fakeApi({
      [PATH]: () => refusal(422, "csv_quotes", "The row that begins on line 2 opens a quotation mark."),
    })
    const { person, unmount } = open()
    await choose(person, 'caption\n"one')

    expect(await screen.findByRole("alert")).toHaveTextContent("begins on line 2")
    expect(screen.getByRole("textbox", { name: "Text of the file" })).toHaveValue('caption\n"one')
    unmount()
    open()
    expect(screen.getByRole("textbox", { name: "Text of the file" })).toHaveValue('caption\n"one')
    expect(screen.getByRole("heading", { name: "posts.csv" })).toBeVisible()
  })

  it("takes what is pasted, and says when a file is none", async () => {
    const heard = answering()
    const { person } = open()
    await choose(person, "PK\u0003\u0004")
    expect(await screen.findByRole("alert")).toHaveTextContent("posts.csv is a workbook.")
    const clipboardData = { files: [], getData: () => "caption\tmedia\nA\tb.mp4" }
    fireEvent.paste(window, { clipboardData })

    await waitFor(() => expect(heard[0]?.body).toMatchObject({ csv: "caption\tmedia\nA\tb.mp4" }))
    expect(await screen.findByRole("heading", { name: "What you pasted" })).toBeVisible()
  })
})
