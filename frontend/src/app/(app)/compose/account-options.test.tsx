import { screen, waitFor, within } from "@testing-library/react"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { makeCreatorInfo } from "@/testing/makers"
import { blockOf, choose, chooseClip, openComposer, submit } from "@/testing/open-composer"

const SAY_WHICH = "You need to indicate if your content promotes yourself, a third party, or both."
const NOT_PRIVATE = "Branded content visibility cannot be set to private."

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-22T12:00:00Z") })
  return () => vi.useRealTimers()
})

describe("one account's options", () => {
  it("asks TikTok when the block appears, and again when it appears again", async () => {
    const { person, heard } = await openComposer()
    const asked = () => heard.filter(({ path }) => path.endsWith("/acc-nord/creator-info")).length
    expect(asked()).toBe(0)

    await choose(person, /Studio Nord/)
    await within(await blockOf("Studio Nord")).findByLabelText("Who can see this post")
    expect(asked()).toBe(1)

    await choose(person, /Studio Nord/)
    await choose(person, /Studio Nord/)
    await within(await blockOf("Studio Nord")).findByLabelText("Who can see this post")
    expect(asked()).toBe(2)
  })

  it("offers exactly TikTok's privacy levels and chooses none", async () => {
    const info = makeCreatorInfo({ privacy_level_options: ["FOLLOWER_OF_CREATOR", "SELF_ONLY"] })
    const { person } = await openComposer({ "GET /api/v1/accounts/acc-nord/creator-info": info })
    await choose(person, /Studio Nord/)

    const privacy = await within(await blockOf("Studio Nord")).findByLabelText("Who can see this post")
    expect(privacy).toHaveValue("")
    expect(
      within(privacy)
        .getAllByRole("option")
        .map((option) => option.textContent),
    ).toEqual(["Choose…", "Followers", "Only me"])
  })

  it("starts with every interaction unticked, and greys out what the creator switched off, with the reason", async () => {
    const { person } = await openComposer()
    await choose(person, /Quiet Room/)

    const block = within(await blockOf("Quiet Room"))
    const comment = await block.findByRole("checkbox", { name: "Comment" })
    expect(comment).toBeDisabled()
    expect(block.getByRole("checkbox", { name: "Duet" })).toBeEnabled()
    for (const name of ["Comment", "Duet", "Stitch"]) {
      expect(block.getByRole("checkbox", { name })).not.toBeChecked()
    }
    expect(block.getByText("Comment is turned off in this account's TikTok settings.")).toBeVisible()
  })

  it("stops when the creator cannot post now, and says why", async () => {
    const info = makeCreatorInfo({
      can_post: false,
      reason: {
        code: "spam_risk_too_many_posts",
        message: "Studio Nord has posted a lot today. Try again tomorrow.",
        log_id: "2026X",
      },
    })
    const { person, heard } = await openComposer({ "GET /api/v1/accounts/acc-nord/creator-info": info })
    await choose(person, /Studio Nord/)
    const block = within(await blockOf("Studio Nord"))
    expect(await block.findByText(/Try again tomorrow/)).toBeVisible()
    expect(block.queryByLabelText("Who can see this post")).toBeNull()

    await chooseClip(person)
    await person.click(submit())

    expect(
      await block.findByText("This account cannot post now. Take it off, or try again later."),
    ).toBeVisible()
    expect(heard.filter(({ method, path }) => method === "POST" && path === "/api/v1/posts")).toEqual([])
  })

  it("says when the clip is longer than this account may post, and does not send it", async () => {
    const info = makeCreatorInfo({ max_video_post_duration_ms: 4_000 })
    const { person, heard } = await openComposer({ "GET /api/v1/accounts/acc-nord/creator-info": info })
    await chooseClip(person)
    await choose(person, /Studio Nord/)

    const block = within(await blockOf("Studio Nord"))
    expect(
      await block.findByText(/The video has 5.3 seconds; TikTok lets Studio Nord post 4 at most/),
    ).toBeVisible()
    await person.selectOptions(block.getByLabelText("Who can see this post"), "Everyone")
    await person.click(submit())
    await waitFor(() => expect(block.getAllByText(/5.3 seconds/)).toHaveLength(2))
    expect(heard.filter(({ method, path }) => method === "POST" && path === "/api/v1/posts")).toEqual([])
  })
})

describe("commercial content", () => {
  it("is off; on shows two unticked boxes and no label; the button says what is missing", async () => {
    const { person } = await openComposer()
    await choose(person, /Studio Nord/)
    const block = within(await blockOf("Studio Nord"))
    const disclose = await block.findByRole("switch", { name: "Disclose commercial content" })
    expect(disclose).not.toBeChecked()
    expect(block.queryByLabelText("Your brand")).toBeNull()

    await person.click(disclose)

    expect(block.getByLabelText("Your brand")).not.toBeChecked()
    expect(block.getByLabelText("Branded content")).not.toBeChecked()
    expect(block.queryByText(/will be labeled as/)).toBeNull()
    expect(submit()).toHaveAttribute("aria-disabled", "true")
    expect(submit()).toHaveAttribute("title", SAY_WHICH)
  })

  it("names the label TikTok will show, and the right terms, as the boxes change", async () => {
    const { person } = await openComposer()
    await choose(person, /Studio Nord/)
    const block = within(await blockOf("Studio Nord"))
    await person.click(await block.findByRole("switch", { name: "Disclose commercial content" }))
    const terms = () => screen.getByText(/By posting, you agree/).textContent

    await person.click(block.getByLabelText("Your brand"))
    expect(block.getByText("Your photo/video will be labeled as 'Promotional content'")).toBeVisible()
    expect(terms()).toBe("By posting, you agree to TikTok's Music Usage Confirmation")

    await person.click(block.getByLabelText("Branded content"))
    expect(block.getByText("Your photo/video will be labeled as 'Paid partnership'")).toBeVisible()
    expect(terms()).toBe(
      "By posting, you agree to TikTok's Branded Content Policy and Music Usage Confirmation",
    )
    expect(screen.getByRole("link", { name: "Branded Content Policy" })).toHaveAttribute(
      "href",
      "https://www.tiktok.com/legal/page/global/bc-policy/en",
    )
    expect(screen.getByRole("link", { name: "Music Usage Confirmation" })).toHaveAttribute(
      "href",
      "https://www.tiktok.com/legal/page/global/music-usage-confirmation/en",
    )

    await person.click(block.getByLabelText("Your brand"))
    expect(block.getByText("Your photo/video will be labeled as 'Paid partnership'")).toBeVisible()
  })

  it("never lets branded content be private, from either side", async () => {
    const { person } = await openComposer()
    await choose(person, /Studio Nord/)
    const block = within(await blockOf("Studio Nord"))
    const privacy = await block.findByLabelText("Who can see this post")
    await person.click(block.getByRole("switch", { name: "Disclose commercial content" }))

    await person.click(block.getByLabelText("Branded content"))
    expect(block.getByRole("option", { name: "Only me" })).toBeDisabled()
    expect(block.getByRole("option", { name: "Only me" })).toHaveAttribute("title", NOT_PRIVATE)

    await person.click(block.getByLabelText("Branded content"))
    await person.selectOptions(privacy, "Only me")
    expect(block.getByLabelText("Branded content")).toBeDisabled()
    expect(block.getByText(NOT_PRIVATE)).toBeVisible()
  })
})
