import { screen, waitFor, within } from "@testing-library/react"
import { beforeEach, describe, expect, it } from "vitest"
import type { MediaAsset } from "@/lib/api/types"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makeAsset } from "@/testing/makers"
import { address } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { MediaDetail } from "./media-detail"

const post = { id: "p", kind: "video", title: "", caption: "Friday", status: "published", due_at: null }

function show(part: Partial<MediaAsset> = {}, more: Record<string, unknown> = {}) {
  const heard = fakeApi({
    "GET /api/v1/media/clip": makeAsset(part),
    "GET /api/v1/media/clip/posts": { items: [post], next_cursor: null },
    "GET /api/v1/media/tags": { items: [] },
    ...more,
  })
  return { heard, ...renderApp(<MediaDetail fileId="clip" zone="Europe/Berlin" />) }
}

beforeEach(() => {
  address.search = "?kind=video"
})

describe("a file beside the list", () => {
  it("says what it is, where it is used, and leads back to the same list", async () => {
    show()

    const used = within(await screen.findByRole("region", { name: "Where used" }))
    expect(await used.findByRole("link", { name: "Friday" })).toHaveAttribute("href", "/posts/p")
    expect(used.getByText("Published")).toBeVisible()
    const facts = screen.getByRole("region", { name: "Facts" })
    expect(facts).toHaveTextContent(/Added.*by Nora Linden/)
    expect(facts).toHaveTextContent(/1280 × 720.*0:05.*h264, aac/)
    expect(screen.getByRole("link", { name: "Close the file" })).toHaveAttribute(
      "href",
      "/library?kind=video",
    )
  })

  it.each([
    ["video", "/compose?media=clip"],
    ["image", "/compose?kind=photo&media=clip"],
  ] as const)("leads a %s into the composer", async (kind, href) => {
    show({ kind })

    expect(await screen.findByRole("link", { name: "Compose with this" })).toHaveAttribute("href", href)
  })

  it("does not offer music or a broken file for a post", async () => {
    show({ kind: "audio", verdict: null })

    expect(await screen.findByRole("link", { name: "Download" })).toHaveAttribute("download")
    expect(screen.queryByRole("link", { name: "Compose with this" })).toBeNull()
  })

  it("renames, and says at the field when that is refused", async () => {
    const { person, heard } = show(
      {},
      { "PATCH /api/v1/media/clip": () => refusal(422, "name_missing", "A file needs a name.") },
    )
    await person.click(await screen.findByRole("button", { name: "Rename bigbuckbunny.mp4" }))
    const field = screen.getByLabelText("File name")
    await person.clear(field)
    await person.type(field, "rabbit.mp4{Enter}")

    expect(await screen.findByText("A file needs a name.")).toBeVisible()
    expect(heard.find(({ method }) => method === "PATCH")?.body).toEqual({ file_name: "rabbit.mp4" })
  })

  it("keeps tags at once, and takes them off", async () => {
    const { person, heard } = show(
      { tags: ["old"] },
      {
        "PUT /api/v1/media/clip/tags": ({ body }: { body: unknown }) =>
          Response.json(makeAsset(body as object)),
      },
    )
    await person.type(await screen.findByRole("combobox", { name: "Tags" }), "new,")
    await person.click(await screen.findByRole("button", { name: "Remove the tag old" }))

    await waitFor(() =>
      expect(heard.filter(({ method }) => method === "PUT").map(({ body }) => body)).toEqual([
        { tags: ["old", "new"] },
        { tags: ["new"] },
      ]),
    )
  })
})
