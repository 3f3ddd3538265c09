import { screen, waitFor, within } from "@testing-library/react"
import { afterEach, describe, expect, it } from "vitest"
import { fakeApi } from "@/testing/fake-api"
import { makeFigures, makePostFigures } from "@/testing/make-analytics"
import { makePublication } from "@/testing/makers"
import { address, router } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { FiguresLink } from "./figures-link"
import { FindPost } from "./find-post"
import { PostFiguresScreen } from "./post-figures-screen"

function show(post = makePostFigures()) {
  fakeApi({ "GET /api/v1/analytics/posts/video": post })
  return renderApp(<PostFiguresScreen videoId="video" zone="Europe/Berlin" />)
}

/** What is loaded when it is wanted takes a moment. */
const SLOW = { timeout: 4_000 }
const region = async (name: string) => within(await screen.findByRole("region", { name }))

afterEach(() => {
  address.search = ""
})

describe("a post's figures", () => {
  it("lead to TikTok and, of a post of ours, to that", async () => {
    show(makePostFigures({ post_id: "post" }))

    expect(await screen.findByRole("link", { name: "Open on TikTok" })).toHaveAttribute(
      "href",
      "https://www.tiktok.com/@studio.nord/video/71",
    )
    expect(screen.getByRole("link", { name: "The post in Carillon" })).toHaveAttribute("href", "/posts/post")
    expect(within(screen.getByLabelText("The post in figures")).getByTitle("12 431")).toHaveTextContent(
      "12.4k",
    )
  })

  it("grow over its ages, with gaps where nobody looked near enough", async () => {
    const { person } = show()
    const growth = await region("Growth")
    await person.click(growth.getByRole("button", { name: "Views by age: show as a table" }))
    await growth.findByRole("table", {}, SLOW)

    const rows = growth.getAllByRole("row").map(({ textContent }) => textContent)
    expect(rows).toContain("At 1 h100")
    expect(rows).toContain("At 3 h–Nobody looked near enough to that age")
    expect(rows).toContain("At the last look, 3 days old12\u202f431")
    expect(growth.getByRole("figure").querySelector('[data-mark="expected"]')).toBeInTheDocument()
  })

  it("have a score with its parts, and with what it was compared", async () => {
    show()
    const score = await region("Score")

    expect(await score.findByText("86", {}, SLOW)).toBeVisible()
    const parts = within(score.getByRole("list", { name: "What the score is made of" }))
    expect(parts.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "Reach1.9 above usual",
      "Shares0.5 below usual",
      "Engagementas usual",
    ])
    expect(score.getByText("2.8× the usual 2 900")).toBeVisible()
    expect(score.getByText("40 earlier posts, and what is usual over 12 accounts")).toBeVisible()
  })

  it("say why there is no score", async () => {
    const viral = { ...makePostFigures().viral, score: null, parts: [], reason: "too_few_views", times: null }
    show(makePostFigures({ viral, viral_score: null }))
    expect(await (await region("Score")).findByText(/too few views for a score/, {}, SLOW)).toBeVisible()
  })

  it("tell what is expected at seven days as a band, and no single figure too early", async () => {
    show()
    const expected = await region("Views at 7 days")

    expect(await expected.findByText("11k – 19k", {}, SLOW)).toBeVisible()
    expect(expected.getByText("Expected, as of 24 h; likely about 15k.")).toBeVisible()
    expect(expected.getByRole("row", { name: "3 h 4\u202f000 – 21\u202f000" })).toBeVisible()
  })

  it("tell what came of it", async () => {
    const expected = [{ age_h: 24, middle: 15_000, low: 11_000, high: 19_000, came: 30_000 }]
    show(makePostFigures({ expected }))
    expect(
      await (await region("Views at 7 days")).findByText(
        "It came higher than the 11k – 19k foretold at 24 h.",
      ),
    ).toBeVisible()
  })

  it("say that a post is gone, and keep what it had", async () => {
    show(makePostFigures({ is_gone: true, gone_since: "2026-11-22T10:00:00Z" }))
    expect(
      await screen.findByText(/TikTok no longer shows this post since .*Its figures stay/, {}, SLOW),
    ).toBeVisible()
  })
})

describe("the way from a publication to its figures", () => {
  const out = makePublication({ state: "published", published_at: "2026-11-20T17:00:00Z" })

  it("is there once a public post is out", () => {
    renderApp(
      <>
        <FiguresLink publication={out} />
        <FiguresLink publication={{ ...out, privacy_level: "SELF_ONLY" }} />
        <FiguresLink publication={makePublication()} />
      </>,
    )
    expect(screen.getAllByRole("link")).toHaveLength(1)
  })

  it("goes on to the video that it became", async () => {
    address.search = "?publication=pub&account=acc-nord&at=2026-11-20T17:00:00Z"
    const heard = fakeApi({
      "GET /api/v1/analytics/posts": { items: [makeFigures({ publication_id: "pub" })], next_offset: null },
    })
    renderApp(<FindPost />)

    await waitFor(() => expect(router.replace).toHaveBeenCalledWith(`/analytics/posts/${makeFigures().id}`))
    expect(heard[0]?.path).toContain("since=2026-11-19&until=2026-11-21&account_id=acc-nord")
  })

  it("says so while TikTok has not told of it", async () => {
    address.search = "?publication=pub&account=acc-nord&at=2026-11-20T17:00:00Z"
    fakeApi({ "GET /api/v1/analytics/posts": { items: [], next_offset: null } })
    renderApp(<FindPost />)
    expect(await screen.findByText(/TikTok has not told of this post yet/)).toBeVisible()
  })
})
