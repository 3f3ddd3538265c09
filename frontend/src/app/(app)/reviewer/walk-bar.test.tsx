import { act, cleanup, screen, waitFor, within } from "@testing-library/react"
import { afterEach, describe, expect, it } from "vitest"
import { keepWalkText, readWalkText } from "@/lib/reviewer"
import { makeCreatorInfo, makePost } from "@/testing/makers"
import { choose, chooseClip, openComposer } from "@/testing/open-composer"
import { renderApp } from "@/testing/render"
import { lookAt } from "./evidence"
import { Reviewer } from "./reviewer"
import { beginWalk, readWalk } from "./walk"
import { noteSent, sentBy } from "./watch"

afterEach(() => act(() => keepWalkText(null)))

type Person = Awaited<ReturnType<typeof openComposer>>["person"]

/** Open the composer with the walk's bar beside it, as the layout does, at one of the points. */
async function walkIn(number = 1): Promise<Person> {
  beginWalk(0)
  keepWalkText(JSON.stringify({ ...readWalk(readWalkText()), point: number - 1 }))
  const { person } = await openComposer({}, undefined, <Reviewer />)
  await screen.findByRole("region", { name: "Audit walk" })
  return person
}

const bar = () => within(screen.getByRole("region", { name: "Audit walk" }))
const press = (person: Person, name: string) => person.click(bar().getByRole("button", { name }))
const isMarked = (words: RegExp) =>
  waitFor(() => {
    const item = bar()
      .getAllByRole("listitem")
      .find(({ textContent }) => words.test(textContent ?? ""))
    expect(item).toHaveTextContent(/: seen, /)
  })
const point = (number: number) => bar().getAllByRole("listitem")[number - 1]

describe("the audit walk's bar", () => {
  it("is not there without a walk", async () => {
    await openComposer()

    expect(screen.queryByRole("region", { name: "Audit walk" })).toBeNull()
  })

  it("marks nothing by itself, whatever is pressed in it", async () => {
    const person = await walkIn()
    for (let presses = 0; presses < 4; presses += 1) await press(person, "Next")
    for (let presses = 0; presses < 4; presses += 1) await press(person, "Back")

    expect(bar().queryAllByText(/: seen, /)).toEqual([])
    expect(readWalk(readWalkText())?.seen).toEqual({})
  })

  it("marks the first two points when they were on the composer", async () => {
    const person = await walkIn()
    await choose(person, /Studio Nord/)
    await isMarked(/TikTok was asked now/)
    await isMarked(/nickname/)
    expect(point(1)).toHaveTextContent("shown")
    await press(person, "Next")

    await isMarked(/not preset/)
    await isMarked(/begin unticked/)
    await person.type(screen.getByLabelText("Caption"), "Light")
    await person.selectOptions(screen.getByLabelText("Who can see this post"), "PUBLIC_TO_EVERYONE")
    await isMarked(/own list/)
    expect(point(2)).toHaveTextContent("shown")
    expect(point(3)).not.toHaveTextContent("shown")
  })

  it("marks the disclosure and the declaration when they were on the composer", async () => {
    const person = await walkIn(3)
    await choose(person, /Studio Nord/)
    await isMarked(/begins switched off/)
    await person.click(screen.getByRole("switch", { name: "Disclose commercial content" }))
    await isMarked(/nothing can be sent/)
    await person.click(screen.getByRole("checkbox", { name: "Branded content" }))
    await isMarked(/label is told/)
    expect(point(3)).toHaveTextContent("shown")
    await press(person, "Next")

    await isMarked(/Music Usage Confirmation/)
    await isMarked(/Branded Content Policy/)
    expect(point(4)).toHaveTextContent("shown")
    expect(point(5)).not.toHaveTextContent("shown")
  })

  it("is there again after a reload, and gone when it is left", async () => {
    const person = await walkIn()
    await press(person, "Next")
    cleanup()
    renderApp(<Reviewer />)
    await screen.findByRole("region", { name: "Audit walk" })
    expect(bar().getByRole("heading")).toHaveTextContent("Words and viewers")

    await press(person, "Leave")

    expect(screen.queryByRole("region", { name: "Audit walk" })).toBeNull()
    expect(readWalkText()).toBeNull()
  })
})

describe("the evidence", () => {
  it("of a disclosure already on is none of it being off, and a label needs a box", async () => {
    const { person } = await openComposer()
    await choose(person, /Studio Nord/)
    await person.click(await screen.findByRole("switch", { name: "Disclose commercial content" }))

    const seen = lookAt(document)

    expect(seen.off).toBeUndefined()
    expect(seen.label).toBeUndefined()
    expect(seen.blocked).toMatch(/You need to indicate/)
  })

  it("of the preview needs the media and the very words", async () => {
    const { person } = await openComposer()
    await person.type(screen.getByLabelText("Caption"), "Morning light")
    expect(lookAt(document).preview).toBeUndefined()

    await chooseClip(person)

    await waitFor(() => expect(lookAt(document).preview).toBe("Morning light"))
  })

  it("of boxes is none for an account that began with one ticked", async () => {
    const post = makePost()
    const [publication] = post.publications
    if (publication) Object.assign(publication, { allow_comment: true })
    await openComposer({ "GET /api/v1/accounts/acc-nord/creator-info": makeCreatorInfo() }, post)
    await screen.findByRole("checkbox", { name: "Comment" }, { timeout: 4_000 })

    expect(lookAt(document).unticked).toBeUndefined()
  })

  it("of sending is a post that was sent with consent, at the last point", () => {
    const post = makePost({ timing_mode: "now" })
    const state = { status: "success", variables: { body: { consent: true } }, data: post }
    const walk = { point: 4, startedAt: 0, seen: {} }

    expect(sentBy({ state } as never)).toBe(post)
    expect(sentBy({ state: { ...state, data: { ...post, timing_mode: "draft" } } } as never)).toBeNull()
    expect(sentBy({ state: { ...state, variables: { body: {} } } } as never)).toBeNull()
    expect(noteSent(walk, post)).toMatchObject({ sentPost: post.id, seen: { sent: "To Studio Nord" } })
    expect(noteSent({ ...walk, point: 2 }, post)).toEqual({ ...walk, point: 2 })
  })
})
