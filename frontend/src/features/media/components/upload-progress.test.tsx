import { screen, within } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"
import { renderApp } from "@/testing/render"
import type { Upload } from "../uploads"
import { UploadProgress } from "./upload-progress"

const cancelUpload = vi.hoisted(() => vi.fn())
vi.mock(import("../uploads"), async (original) => ({ ...(await original()), cancelUpload }))

const upload: Upload = {
  id: "one",
  purpose: "library",
  file: new File([new Uint8Array(4_000_000)], "meadow.mp4"),
  previewUrl: "",
  phase: "sending",
  sent: 2_000_000,
  speed: null,
  mediaId: null,
  sentence: null,
  wasKnown: false,
  mayRetry: false,
}

describe("a file on its way", () => {
  it("is only given up after a question that says what is lost", async () => {
    const { person } = renderApp(<UploadProgress upload={upload} />)
    const ask = async () => {
      await person.click(screen.getByRole("button", { name: "Cancel meadow.mp4" }))
      return within(await screen.findByRole("dialog", { name: "Cancel the upload of meadow.mp4?" }))
    }

    const first = await ask()
    expect(first.getByText(/that have arrived are thrown away.*cannot be undone/)).toBeVisible()
    await person.click(first.getByRole("button", { name: "Go on uploading" }))
    expect(cancelUpload).not.toHaveBeenCalled()

    const second = await ask()
    await person.click(second.getByRole("button", { name: "Cancel it" }))
    expect(cancelUpload).toHaveBeenCalledExactlyOnceWith(upload)
    expect(screen.queryByRole("dialog")).toBeNull()
  })
})
