import { fireEvent, screen, waitFor, within } from "@testing-library/react"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { refusal } from "@/testing/fake-api"
import { makeAsset, makePost, makePublication } from "@/testing/makers"
import { blockOf, choose, chooseClip, openComposer, submit } from "@/testing/open-composer"

type Person = Awaited<ReturnType<typeof openComposer>>["person"]

const OTHER = "Other words for this account"
const saved = { "POST /api/v1/posts": makePost() }
const sentBy = (heard: { method: string; path: string; body: unknown }[]) =>
  heard.findLast(({ method, path }) => method !== "GET" && path.startsWith("/api/v1/posts"))?.body

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-22T12:00:00Z") })
  return () => vi.useRealTimers()
})

async function chooseBoth(person: Person) {
  await choose(person, /Studio Nord/)
  await choose(person, /Quiet Room/)
  const blocks = [within(await blockOf("Studio Nord")), within(await blockOf("Quiet Room"))] as const
  for (const block of blocks)
    await person.selectOptions(await block.findByLabelText("Who can see this post"), "Only me")
  return blocks
}

describe("an account's own words", () => {
  it("begin with what all say, are shown in its preview, and are sent for it alone", async () => {
    const { person, heard } = await openComposer(saved)
    await chooseClip(person)
    await person.type(screen.getByLabelText("Caption"), "Good morning")
    const [, quiet] = await chooseBoth(person)

    await person.click(quiet.getByRole("switch", { name: OTHER }))
    const words = quiet.getByLabelText("Words for Quiet Room")
    expect(words).toHaveValue("Good morning")
    await person.type(words, ", all")

    const preview = within(screen.getByRole("figure", { name: "Preview" }))
    expect(preview.getByText("Good morning")).toBeVisible()
    await person.selectOptions(screen.getByLabelText("Preview for"), "Quiet Room (other words)")
    expect(preview.getByText("Good morning, all")).toBeVisible()
    await person.click(submit())
    await waitFor(() =>
      expect(sentBy(heard)).toMatchObject({
        caption: "Good morning",
        publications: [{ own_caption: null }, { own_caption: "Good morning, all" }],
      }),
    )
  })

  it("come back when they were switched off by a slip, and are not sent while they are off", async () => {
    const { person, heard } = await openComposer(saved)
    await chooseClip(person)
    const [nord] = await chooseBoth(person)
    const other = nord.getByRole("switch", { name: OTHER })
    await person.click(other)
    await person.type(nord.getByLabelText("Words for Studio Nord"), "Mine")
    await person.click(other)
    expect(nord.queryByLabelText("Words for Studio Nord")).toBeNull()
    await person.click(other)
    expect(nord.getByLabelText("Words for Studio Nord")).toHaveValue("Mine")

    await person.click(other)
    await person.click(submit())
    await waitFor(() => expect(sentBy(heard)).toMatchObject({ publications: [{ own_caption: null }, {}] }))
  })

  it("are refused at their own field, by the form and by the server", async () => {
    const field = "publications.1.own_caption"
    const answer = () =>
      refusal(422, "caption_broken", "No.", { [field]: "It holds a character that cannot be sent." })
    const { person } = await openComposer({ ...saved, "POST /api/v1/posts": answer })
    await chooseClip(person)
    const [, quiet] = await chooseBoth(person)
    await person.click(quiet.getByRole("switch", { name: OTHER }))
    const words = quiet.getByLabelText("Words for Quiet Room")
    await person.click(words)
    await person.paste(`${"🔔".repeat(1_100)}a`)
    await person.click(submit())
    expect(await quiet.findByText("The caption is 1 character too long.")).toBeVisible()
    expect(words).toHaveAccessibleDescription(/1 character too long/)

    await person.clear(words)
    await person.click(submit())
    expect(await quiet.findByText("It holds a character that cannot be sent.")).toBeVisible()
  })

  it("are there again when the post is edited", async () => {
    const publications = [makePublication({ own_caption: "Mine alone" })]
    await openComposer({}, makePost({ publications }))

    expect(await screen.findByLabelText("Words for Studio Nord")).toHaveValue("Mine alone")
  })
})

describe("the caption's field", () => {
  it("marks and counts hashtags, and names those that would be no links", async () => {
    const { person } = await openComposer()
    const caption = screen.getByLabelText("Caption")
    expect(screen.queryByTestId("caption-marks")).toBeNull()
    await person.type(caption, "Tea #tea #Tea #it's @studio.nord")

    expect(await screen.findByTestId("caption-marks")).toHaveTextContent("Tea #tea #Tea #it's @studio.nord")
    expect(screen.getByText("1 hashtag")).toBeVisible()
    expect(caption).toHaveAccessibleDescription(/TikTok may not link “#it's”/)
  })
})

describe("the cover", () => {
  async function openPicker(person: Person) {
    await chooseClip(person)
    await person.click(await screen.findByRole("button", { name: "Choose the cover" }))
    return screen.findByRole("slider", { name: /Moment of the cover/ })
  }

  it("is chosen by a slider within the clip; Shift goes a second; it is sent and shown", async () => {
    const { person, heard } = await openComposer(saved)
    const slider = await openPicker(person)
    expect(slider).toHaveAttribute("max", "5200")
    expect(slider).toHaveAttribute("step", "100")
    fireEvent.change(slider, { target: { value: "1400" } })
    fireEvent.keyDown(slider, { key: "ArrowRight", shiftKey: true })
    expect(slider).toHaveAttribute("aria-valuetext", "2.4 seconds")
    for (let times = 0; times < 5; times += 1) fireEvent.keyDown(slider, { key: "ArrowUp", shiftKey: true })
    expect(slider).toHaveValue("5200")
    for (let times = 0; times < 4; times += 1) fireEvent.keyDown(slider, { key: "ArrowLeft", shiftKey: true })
    expect(await screen.findByText(/Its cover is the picture at 1\.2.s/)).toBeVisible()

    await chooseBoth(person)
    await person.click(submit())
    await waitFor(() => expect(sentBy(heard)).toMatchObject({ cover_ms: 1_200 }))
  })

  it("begins afresh with another clip", async () => {
    const { person, heard } = await openComposer(saved)
    fireEvent.change(await openPicker(person), { target: { value: "1400" } })
    await person.click(screen.getByRole("button", { name: "Replace" }))
    await chooseClip(person)
    expect(await screen.findByRole("region", { name: "Cover" })).toHaveTextContent("the first picture")

    await chooseBoth(person)
    await person.click(submit())
    await waitFor(() => expect(sentBy(heard)).toMatchObject({ cover_ms: 0 }))
  })

  it("says at its place when the server refuses it", async () => {
    const answer = () => refusal(422, "cover_unfit", "No.", { cover_ms: "The video is not that long." })
    const { person } = await openComposer({ ...saved, "POST /api/v1/posts": answer })
    await chooseClip(person)
    await chooseBoth(person)
    await person.click(submit())

    const cover = within(await screen.findByRole("region", { name: "Cover" }))
    expect(await cover.findByText("The video is not that long.")).toBeVisible()
  })

  it("of a slideshow is one of its pictures, and stays with it when another goes", async () => {
    const ids = ["dawn", "noon", "dusk"]
    const photo = (id: string) => makeAsset({ id, file_name: `${id}.jpg`, kind: "image", duration_ms: null })
    const { person, heard } = await openComposer({
      "GET /api/v1/media": { items: ids.map(photo), next_cursor: null },
      ...Object.fromEntries(ids.map((id) => [`GET /api/v1/media/${id}`, photo(id)])),
      "POST /api/v1/posts/slideshow": makePost(),
    })
    await person.click(screen.getByRole("radio", { name: "Slideshow" }))
    for (const id of ids) {
      const [choose] = await screen.findAllByRole("button", { name: "Choose from the library" })
      if (choose) await person.click(choose)
      await person.click(await screen.findByRole("button", { name: new RegExp(id) }))
    }
    await person.selectOptions(await screen.findByLabelText("Picture for the cover"), "Picture 3")
    expect(screen.getByRole("region", { name: "Cover" })).toHaveTextContent(/picture at 7\.5.s/)
    await person.click(screen.getByRole("button", { name: "Take dawn.jpg out" }))
    await waitFor(() => expect(screen.getByRole("region", { name: "Cover" })).toHaveTextContent(/at 4\.5.s/))
    expect(screen.getByLabelText("Picture for the cover")).toHaveDisplayValue("Picture 2")

    await person.click(screen.getByRole("radio", { name: "Not yet, keep as a draft" }))
    await person.click(submit())
    await waitFor(() => expect(sentBy(heard)).toMatchObject({ cover_ms: 4_500 }))
  })
})
