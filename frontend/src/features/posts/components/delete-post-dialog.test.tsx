import { screen } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { makePost, makePublication } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { DeletePostDialog } from "./delete-post-dialog"

const [photo] = makePost().media

function show(changes: Parameters<typeof makePost>[0]): string {
  renderApp(<DeletePostDialog post={makePost(changes)} onClose={() => undefined} />)
  return screen.getByRole("dialog").textContent
}

describe("what is said before a post is deleted", () => {
  it("names the accounts it will not go out on, and the video that stays", () => {
    const publications = [
      makePublication({ state: "scheduled" }),
      makePublication({ id: "2", state: "scheduled" }),
    ]
    const words = show({ kind: "video", publications })

    expect(words).toContain("It will not go out on 2 accounts. The video stays in the library.")
  })

  it("says that what is on TikTok stays there, and that its photos do", () => {
    const media = photo ? [photo, { ...photo, id: "2" }] : []
    const words = show({ kind: "photo", media, publications: [makePublication({ state: "published" })] })

    expect(words).toContain("What is on TikTok stays there. The photos stay in the library.")
  })

  it("speaks of no file where a draft has none", () => {
    const words = show({ kind: "video", media: [], publications: [] })

    expect(words).toContain("It leaves this list. You can undo this for 10 minutes.")
  })
})
