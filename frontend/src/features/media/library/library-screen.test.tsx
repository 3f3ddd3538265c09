import { act, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { MediaAsset } from "@/lib/api/types"
import { fakeApi } from "@/testing/fake-api"
import { makeAsset } from "@/testing/makers"
import { address, router } from "@/testing/navigation"
import { renderApp } from "@/testing/render"
import { offerUndo } from "./bin"
import { LibraryScreen } from "./library-screen"

const files = ["a", "b", "c", "d"].map((id) => makeAsset({ id, file_name: `${id}.mp4` }))
const strip = { url: "/api/v1/media/a/filmstrip", frames: 16, width: 108, height: 192 }

function show(items: MediaAsset[] = files, more: Record<string, unknown> = {}) {
  const heard = fakeApi({
    "GET /api/v1/media": { items, next_cursor: null },
    "GET /api/v1/media/count": { count: items.length },
    "GET /api/v1/media/tags": { items: [{ name: "Client Nord", count: 2 }] },
    ...more,
  })
  return {
    heard,
    ...renderApp(
      <LibraryScreen fileId={undefined}>
        <p>beside</p>
      </LibraryScreen>,
    ),
  }
}

const box = (name: string) => screen.findByRole("checkbox", { name: `Select ${name}.mp4` })

beforeEach(() => {
  address.search = ""
})
afterEach(() => act(() => offerUndo(null)))

describe("the library", () => {
  it("asks for what the address says, and for the next page as its end comes near", async () => {
    address.search = "q=meadow&kind=video&sort=name"
    const { heard } = show([], {
      "GET /api/v1/media": ({ path }: { path: string }) =>
        Response.json(
          path.includes("cursor=next")
            ? { items: files.slice(2), next_cursor: null }
            : { items: files.slice(0, 2), next_cursor: "next" },
        ),
    })

    await waitFor(() => expect(screen.getAllByRole("checkbox", { name: /^Select/ })).toHaveLength(4))
    const asked = heard.filter(({ path }) => path.startsWith("/api/v1/media?")).map(({ path }) => path)
    expect(asked).toEqual([
      "/api/v1/media?q=meadow&kind=video&sort=name&limit=60",
      "/api/v1/media?q=meadow&kind=video&sort=name&limit=60&cursor=next",
    ])
  })

  it("puts what is chosen into the address", async () => {
    const { person } = show()
    await person.selectOptions(await screen.findByLabelText("Verdict"), "Needs a fix")

    expect(router.replace).toHaveBeenCalledWith("/library?verdict=fix")
  })

  it("says when nothing is like that, and leads back", async () => {
    address.search = "tag=nothing"
    show([])

    expect(await screen.findByText("No file is like that.")).toBeVisible()
    expect(screen.getByRole("link", { name: "Show all files" })).toHaveAttribute("href", "/library")
  })
})

describe("choosing files", () => {
  it("takes all between two with Shift, and all that are shown at a click", async () => {
    const { person } = show()
    await person.click(await box("a"))
    expect(await screen.findByText("1 file selected")).toBeVisible()
    await person.keyboard("{Shift>}")
    await person.click(await box("c"))
    await person.keyboard("{/Shift}")
    expect(screen.getByText("3 files selected")).toBeVisible()

    await person.click(await box("b"))
    expect(screen.getByText("2 files selected")).toBeVisible()
    await person.click(screen.getByRole("button", { name: "Select all 4" }))
    expect(screen.getByText("4 files selected")).toBeVisible()
    await person.click(screen.getByRole("button", { name: "Clear the selection" }))
    expect(screen.queryByText(/selected/)).toBeNull()
  })

  it("gives tags, one typed and one of those known, by keyboard alone", async () => {
    const { person, heard } = show(files, { "POST /api/v1/media/tags": { changed: ["a"] } })
    await person.click(await box("a"))
    await person.click(await screen.findByRole("button", { name: "Tags" }))
    const field = await screen.findByRole("combobox", { name: "Add" })
    await person.type(field, "summer{Enter}")
    await person.type(field, "nor")
    expect(await screen.findByRole("option", { name: "Client Nord" })).toBeVisible()
    await person.keyboard("{ArrowDown}{Enter}")
    await person.click(screen.getByRole("button", { name: "Save tags" }))

    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull())
    const sent = heard.find(({ method, path }) => method === "POST" && path === "/api/v1/media/tags")
    expect(sent?.body).toEqual({ ids: ["a"], add: ["summer", "Client Nord"], remove: [] })
    expect(sent?.headers.get("idempotency-key")).toMatch(/^[0-9a-f-]{36}$/)
  })

  it("says what stays before it deletes, and takes it back", async () => {
    const post = { id: "p", kind: "video", title: "", caption: "Friday", status: "scheduled", due_at: null }
    const outcome = {
      deleted: [{ id: "a", file_name: "a.mp4" }],
      kept: [{ id: "b", file_name: "b.mp4", posts: [post], post_count: 3 }],
    }
    const { person, heard } = show(files, {
      "POST /api/v1/media/delete/preview": outcome,
      "POST /api/v1/media/delete": outcome,
      "POST /api/v1/media/restore": { count: 1 },
    })
    await person.click(await box("a"))
    await person.click(await box("b"))
    await person.click(await screen.findByRole("button", { name: "Delete" }))
    const dialog = within(await screen.findByRole("dialog"))
    expect(await dialog.findByText("1 file stays, because posts need it")).toBeVisible()
    expect(dialog.getByRole("link", { name: "Friday" })).toHaveAttribute("href", "/posts/p")
    expect(dialog.getByText("and 2 more posts")).toBeVisible()
    expect(heard.some(({ path }) => path === "/api/v1/media/delete")).toBe(false)

    await person.click(dialog.getByRole("button", { name: "Delete 1 file" }))
    expect(await screen.findByText(/a\.mp4 is deleted\. 1 file stays: posts need it\./)).toBeVisible()
    await person.click(screen.getByRole("button", { name: "Undo" }))

    await waitFor(() => expect(screen.queryByRole("button", { name: "Undo" })).toBeNull())
    expect(heard.find(({ path }) => path === "/api/v1/media/restore")?.body).toEqual({ ids: ["a"] })
  })
})

describe("looking through a video", () => {
  it("shows frames by the arrow keys, and asks for none before", async () => {
    const { person, container } = show([
      makeAsset({ id: "a", file_name: "a.mp4", duration_ms: 16_000, filmstrip: strip }),
    ])
    const tile = await screen.findByRole("link", { name: "a.mp4" })
    expect(container.innerHTML).not.toContain("filmstrip")

    tile.focus()
    await person.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}")

    await waitFor(() => expect(container.innerHTML).toContain("/api/v1/media/a/filmstrip"))
    expect(within(tile).getByText("0:03")).toBeVisible()
    act(() => tile.blur())
    expect(container.innerHTML).not.toContain("filmstrip")
  })

  it("shows the frame under the pointer", async () => {
    const { person } = show([
      makeAsset({ id: "a", file_name: "a.mp4", duration_ms: 16_000, filmstrip: strip }),
    ])
    const tile = await screen.findByRole("link", { name: "a.mp4" })
    vi.spyOn(tile, "getBoundingClientRect").mockReturnValue({ left: 100, width: 160 } as DOMRect)

    await person.pointer({ target: tile, coords: { clientX: 255 } })

    expect(within(tile).getByText("0:16")).toBeVisible()
  })
})
