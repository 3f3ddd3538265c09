import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { Toaster } from "@/components/ui/toaster"
import { fakeApi } from "@/testing/fake-api"
import { makePost, makePublication } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { DeletePosts } from "./delete-posts"

const scheduled = makePost({ id: "p-one", caption: "One", status: "scheduled", can_delete: true })
const out = makePost({
  id: "p-two",
  caption: "Two",
  status: "published",
  can_delete: true,
  publications: [makePublication({ state: "published" })],
})
const busy = makePost({ id: "p-busy", caption: "Busy", status: "publishing", can_delete: false })

function open(routes: Record<string, unknown>) {
  const heard = fakeApi(routes)
  const app = renderApp(
    <>
      <DeletePosts shown={[scheduled, out, busy]} />
      <Toaster />
    </>,
  )
  return { heard, ...app }
}

async function choose(person: ReturnType<typeof open>["person"]) {
  await person.click(screen.getByRole("button", { name: "Delete several…" }))
  const dialog = within(await screen.findByRole("dialog"))
  for (const name of [/One/, /Two/]) await person.click(dialog.getByRole("checkbox", { name }))
  return dialog
}

const restored = (post_id: string, more: object) => ({
  post_id,
  is_back: true,
  scheduled: 0,
  drafts: 0,
  called_off: 0,
  sentence: "The post is back.",
  ...more,
})

describe("deleting several posts", () => {
  it("says what it does, deletes them, and brings them back", async () => {
    const { person, heard } = open({
      "POST /api/v1/posts/bulk/delete": { deleted: ["p-one", "p-two"], kept: [] },
      "POST /api/v1/posts/bulk/restore": {
        items: [
          restored("p-one", {
            drafts: 1,
            sentence: "The post is back, as a draft. Its time has passed.",
          }),
          restored("p-two", {}),
        ],
      },
    })
    const dialog = await choose(person)
    expect(dialog.queryByRole("checkbox", { name: /Busy/ })).toBeNull()
    expect(dialog.getByText(/1 scheduled post will not go out\. What is on TikTok stays there/)).toBeVisible()

    await person.click(dialog.getByRole("button", { name: "Delete 2 posts" }))
    expect(await screen.findByText("2 posts are deleted.")).toBeVisible()
    await person.click(screen.getByRole("button", { name: "Undo" }))

    expect(
      await screen.findByText("2 posts are back. 1 post does not go out as planned: look at it in the list."),
    ).toBeVisible()
    expect(heard.map(({ path }) => path)).toEqual(["/api/v1/posts/bulk/delete", "/api/v1/posts/bulk/restore"])
    expect(heard[0]?.body).toEqual({ post_ids: ["p-one", "p-two"] })
    expect(heard[0]?.headers.get("Idempotency-Key")).toBeTruthy()
  })

  it("tells which stay, and why", async () => {
    const sentence = "TikTok is processing this post right now. Delete it here once that is done."
    const { person } = open({
      "POST /api/v1/posts/bulk/delete": {
        deleted: ["p-one"],
        kept: [{ post_id: "p-two", caption: "Two", sentence }],
      },
    })
    const dialog = await choose(person)
    await person.click(dialog.getByRole("button", { name: "Delete 2 posts" }))

    const stays = within(await screen.findByRole("region", { name: "Stays" }))
    expect(stays.getByText(sentence)).toBeVisible()
    expect(screen.getByText("1 post is deleted. 1 post stays.")).toBeVisible()
  })
})
