import { screen, waitFor, within } from "@testing-library/react"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { refusal } from "@/testing/fake-api"
import { makeAsset, makeCreatorInfo, makePost } from "@/testing/makers"
import { address, router } from "@/testing/navigation"
import { blockOf, choose, chooseClip, openComposer, submit } from "@/testing/open-composer"

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-22T12:00:00Z") })
  address.search = ""
  return () => vi.useRealTimers()
})

describe("sending", () => {
  it("sends each account its own choices, the zone, the consent, and a key against a second post", async () => {
    const { person, heard } = await openComposer({
      "POST /api/v1/posts": () => Response.json(makePost(), { status: 201 }),
    })
    await chooseClip(person)
    await person.type(screen.getByLabelText("Caption"), "Good morning")
    await choose(person, /Studio Nord/)
    await choose(person, /Quiet Room/)
    const [first, second] = [within(await blockOf("Studio Nord")), within(await blockOf("Quiet Room"))]
    await person.selectOptions(await first.findByLabelText("Who can see this post"), "Everyone")
    await person.click(first.getByRole("checkbox", { name: "Comment" }))
    await person.selectOptions(await second.findByLabelText("Who can see this post"), "Only me")
    await person.click(second.getByRole("switch", { name: "AI-generated content" }))

    expect(submit()).toHaveAccessibleName(/^Schedule on 2 accounts, Sun.* Berlin$/)
    await person.click(submit())

    await waitFor(() => expect(router.push).toHaveBeenCalledWith("/posts/post"))
    const sent = heard.find(({ method, path }) => method === "POST" && path === "/api/v1/posts")
    expect(sent?.headers.get("idempotency-key")).toMatch(/^[0-9a-f-]{36}$/)
    expect(sent?.headers.get("x-carillon")).toBe("1")
    expect(sent?.body).toMatchObject({
      kind: "video",
      caption: "Good morning",
      media_ids: ["clip"],
      consent: true,
      timing: { mode: "at", local_time: "2026-11-22T14:00", time_zone: "Europe/Berlin" },
      publications: [
        { account_id: "acc-nord", privacy_level: "PUBLIC_TO_EVERYONE", allow_comment: true, is_aigc: false },
        { account_id: "acc-quiet", privacy_level: "SELF_ONLY", allow_comment: false, is_aigc: true },
      ],
    })
    expect(sessionStorage.length).toBe(0)
  })

  it("is impossible until privacy, video and account are chosen, and says so at each place", async () => {
    const { person, heard } = await openComposer()
    await person.click(submit())
    expect(await screen.findByText("Choose at least one account.")).toBeVisible()
    expect(screen.getByText("Choose the video this post is to show.")).toBeVisible()

    await choose(person, /Studio Nord/)
    const block = within(await blockOf("Studio Nord"))
    await block.findByLabelText("Who can see this post")
    await person.click(submit())

    expect(await block.findByText("Choose who can see this post.")).toBeVisible()
    expect(heard.filter(({ method, path }) => method === "POST" && path === "/api/v1/posts")).toEqual([])
  })

  it("keeps an unfinished draft without asking for anything", async () => {
    const draft = makePost({ timing_mode: "draft", publications: [], status: "draft", due_at: null })
    const { person, heard } = await openComposer({ "POST /api/v1/posts": draft })
    await person.click(screen.getByRole("radio", { name: "Not yet, keep as a draft" }))
    await person.click(screen.getByRole("button", { name: "Save draft" }))

    await waitFor(() => expect(router.push).toHaveBeenCalled())
    expect(
      heard.at(-1)?.body ??
        heard.find(({ method, path }) => method === "POST" && path === "/api/v1/posts")?.body,
    ).toMatchObject({
      consent: false,
      timing: { mode: "draft" },
      publications: [],
    })
  })

  it("puts each sentence of the server beside its field and keeps what was typed", async () => {
    const answer = () =>
      refusal(422, "validation_failed", "Some fields need your attention.", {
        caption: "The caption holds a character that cannot be sent.",
        "timing.local_time": "This time has passed. Choose a later one, or publish now.",
        "publications.0.privacy_level": "Studio Nord no longer offers this.",
        "publications.0": "This app posts for five others already.",
      })
    const { person } = await openComposer({ "POST /api/v1/posts": answer })
    await chooseClip(person)
    await person.type(screen.getByLabelText("Caption"), "Mine")
    await choose(person, /Studio Nord/)
    await person.selectOptions(await screen.findByLabelText("Who can see this post"), "Everyone")
    await person.click(submit())

    expect(await screen.findByText("The caption holds a character that cannot be sent.")).toBeVisible()
    expect(screen.getByText(/This time has passed/)).toBeVisible()
    expect(screen.getByText("Studio Nord no longer offers this.")).toBeVisible()
    expect(screen.getByText("This app posts for five others already.")).toBeVisible()
    expect(screen.getByLabelText("Caption")).toHaveValue("Mine")
  })

  it("refuses a caption over 2,200 UTF-16 units, counting emoji as TikTok does", async () => {
    const { person } = await openComposer()
    const caption = screen.getByLabelText("Caption")
    await person.click(caption)
    await person.paste("🎬".repeat(1_100))
    expect(
      screen.getByText("2 200 of 2 200", { normalizer: (text) => text.replaceAll("\u202f", " ") }),
    ).toBeVisible()
    await person.paste("a")
    await person.click(submit())

    expect(await screen.findByText("The caption is 1 character too long.")).toBeVisible()
  })
})

describe("what was typed", () => {
  it("is back after the page went away, and can be thrown away", async () => {
    const first = await openComposer()
    await first.person.type(screen.getByLabelText("Caption"), "Half a thought")
    await choose(first.person, /Studio Nord/)
    first.unmount()

    const { person } = await openComposer()
    expect(screen.getByLabelText("Caption")).toHaveValue("Half a thought")
    expect(await blockOf("Studio Nord")).toBeVisible()

    await person.click(await screen.findByRole("button", { name: "Start afresh" }))
    expect(screen.getByLabelText("Caption")).toHaveValue("")

    await person.click(await screen.findByRole("button", { name: "Undo" }))
    expect(screen.getByLabelText("Caption")).toHaveValue("Half a thought")
    expect(await blockOf("Studio Nord")).toBeVisible()
  })

  it("begins with the file that the address names, as a video or as a photo", async () => {
    address.search = "media=clip"
    const first = await openComposer()
    expect(await screen.findByText("bigbuckbunny.mp4")).toBeVisible()
    first.unmount()

    address.search = "kind=photo&media=clip"
    await openComposer({ "GET /api/v1/media/clip": makeAsset({ kind: "image", file_name: "dawn.jpg" }) })
    expect(await screen.findByRole("list", { name: "Photos" })).toHaveTextContent("Cover")
  })

  it("does not carry over a choice that TikTok has taken back since", async () => {
    const post = makePost()
    const [publication] = post.publications
    if (publication) Object.assign(publication, { allow_comment: true, privacy_level: "PUBLIC_TO_EVERYONE" })
    const info = makeCreatorInfo({ comment_disabled: true, privacy_level_options: ["SELF_ONLY"] })
    await openComposer({ "GET /api/v1/accounts/acc-nord/creator-info": info }, post)

    const block = within(await blockOf("Studio Nord"))
    await waitFor(async () => expect(await block.findByLabelText("Who can see this post")).toHaveValue(""))
    expect(block.getByRole("checkbox", { name: "Comment" })).not.toBeChecked()
  })
})
