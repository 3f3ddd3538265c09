import { act, screen, waitFor } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"
import { ApiError, offline } from "@/lib/api/api-error"
import { renderApp } from "@/testing/render"
import { Toaster } from "./toaster"
import { offerUndo } from "./undo"

const show = (sentence: string, undo: () => Promise<string>) => {
  const app = renderApp(<Toaster />)
  act(() => offerUndo(sentence, undo))
  return app
}
const undoButton = () => screen.getByRole("button", { name: "Undo" })
const isGone = (sentence: string) => waitFor(() => expect(screen.queryByText(sentence)).toBeNull())

describe("an offer to undo", () => {
  it("takes it back once, and says what came of it", async () => {
    const undo = vi.fn(async () => "The post is back.")
    const { person } = show("The post is deleted.", undo)

    await person.dblClick(undoButton())

    expect(await screen.findByText("The post is back.")).toBeVisible()
    expect(undo).toHaveBeenCalledTimes(1)
    await isGone("The post is deleted.")
  })

  it("says why it is over, and offers it no more", async () => {
    const { person } = show("One is deleted.", async () => {
      throw new ApiError(409, "undo_over", "This was deleted more than 10 minutes ago.")
    })

    await person.click(undoButton())

    expect(await screen.findByText("This was deleted more than 10 minutes ago.")).toBeVisible()
    await isGone("One is deleted.")
  })

  it("can be tried again when nothing answered", async () => {
    let calls = 0
    const { person } = show("Two are deleted.", async () => {
      calls += 1
      if (calls === 1) throw offline()
      return "Two are back."
    })

    await person.click(undoButton())
    expect(await screen.findByText(/did not answer/)).toBeVisible()
    await person.click(undoButton())

    expect(await screen.findByText("Two are back.")).toBeVisible()
  })

  it("stays until it is dismissed, and the next takes its place", async () => {
    const { person } = show("First.", async () => "")
    act(() => offerUndo("Second.", async () => ""))

    expect(screen.queryByText("First.")).toBeNull()
    expect(screen.getByText("Second.")).toBeVisible()
    await person.click(screen.getByRole("button", { name: "Dismiss" }))
    expect(screen.queryByText("Second.")).toBeNull()
  })
})
