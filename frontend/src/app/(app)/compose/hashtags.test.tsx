import { screen, waitFor } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"
import { refusal } from "@/testing/fake-api"
import { openComposer } from "@/testing/open-composer"

type Person = Awaited<ReturnType<typeof openComposer>>["person"]

const GROUPS = [
  { id: "g1", name: "Evenings", tags: ["dusk"] },
  { id: "g2", name: "Mornings", tags: ["bunny", "morning"] },
]
const saved = { "GET /api/v1/hashtag-groups": GROUPS }

describe("saved hashtags", () => {
  async function openMenu(person: Person, typed: string) {
    if (typed) await person.type(screen.getByLabelText("Caption"), typed)
    await person.click(screen.getByRole("button", { name: "Saved hashtags" }))
    return screen.findByRole("combobox", { name: "Find a group" })
  }

  it("are found by letters and put in at the caret by Enter, without those that are there", async () => {
    const { person } = await openComposer(saved)
    const caption = screen.getByLabelText<HTMLTextAreaElement>("Caption")
    await person.type(caption, "Tea #Bunny time")
    await person.keyboard("{Home}{ArrowRight>3/}")
    const find = await openMenu(person, "")
    await screen.findByRole("option", { name: /Evenings/ })
    await person.type(find, "morn")
    expect(screen.getAllByRole("option")).toHaveLength(1)
    await person.keyboard("{Enter}")

    expect(caption).toHaveValue("Tea #morning #Bunny time")
    expect(caption).toHaveFocus()
    expect(screen.queryByRole("combobox", { name: "Find a group" })).toBeNull()
  })

  it("are gone through with arrows and left with Escape", async () => {
    const { person } = await openComposer(saved)
    await openMenu(person, "")
    await screen.findByRole("option", { name: /Mornings/ })
    expect(screen.getByRole("option", { name: /Evenings/ })).toHaveAttribute("aria-selected", "true")
    await person.keyboard("{ArrowUp}")
    expect(screen.getByRole("option", { name: /Mornings/ })).toHaveAttribute("aria-selected", "true")
    await person.keyboard("{Escape}")
    expect(screen.queryByRole("listbox")).toBeNull()
    expect(screen.getByLabelText("Caption")).toHaveFocus()
  })

  it("are saved from the caption, and a refusal stands at its field; the post is not sent by Enter", async () => {
    const answer = vi
      .fn()
      .mockImplementationOnce(() =>
        refusal(422, "name_taken", "No.", { name: "There is a group of this name." }),
      )
      .mockImplementation(() => Response.json(GROUPS[0], { status: 201 }))
    const { person, heard } = await openComposer({ ...saved, "POST /api/v1/hashtag-groups": answer })
    await openMenu(person, "#dusk and #dawn")
    await person.click(await screen.findByRole("button", { name: "Save 2 hashtags" }))
    expect(await screen.findByLabelText("Hashtags")).toHaveValue("#dusk #dawn")
    await person.type(screen.getByLabelText("Name"), "Skies{Enter}")
    expect(await screen.findByText("There is a group of this name.")).toBeVisible()
    await person.type(screen.getByLabelText("Name"), " 2{Enter}")

    await waitFor(() => expect(screen.queryByLabelText("Name")).toBeNull())
    const bodies = heard.filter(({ method }) => method === "POST").map(({ path, body }) => [path, body])
    expect(bodies.at(-1)).toEqual(["/api/v1/hashtag-groups", { name: "Skies 2", tags: ["dusk", "dawn"] }])
    expect(bodies.filter(([path]) => path === "/api/v1/posts")).toEqual([])
  })

  it("are deleted and brought back", async () => {
    const { person, heard } = await openComposer({
      ...saved,
      "DELETE /api/v1/hashtag-groups/g2": () => new Response(null, { status: 204 }),
      "POST /api/v1/hashtag-groups": () => Response.json(GROUPS[1], { status: 201 }),
    })
    await openMenu(person, "")
    await person.click(await screen.findByRole("button", { name: "Manage groups" }))
    await person.click(await screen.findByRole("button", { name: "Delete Mornings" }))
    expect(await screen.findByText(/Deleted “Mornings”/)).toBeVisible()
    await person.click(screen.getByRole("button", { name: "Undo" }))

    await waitFor(() => expect(screen.queryByText(/Deleted “Mornings”/)).toBeNull())
    expect(heard.findLast(({ method }) => method === "POST")?.body).toEqual({
      name: "Mornings",
      tags: ["bunny", "morning"],
    })
  })
})
