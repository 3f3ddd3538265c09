import { fireEvent, render, screen } from "@testing-library/react"
import { afterEach, describe, expect, it, vi } from "vitest"
import { useDroppedFiles, usePastedFiles } from "./use-given-files"

const clip = new File(["clip"], "clip.mp4", { type: "video/mp4" })
const onFiles = vi.fn()

afterEach(() => onFiles.mockClear())

function Page() {
  usePastedFiles(onFiles)
  return <p>{useDroppedFiles(onFiles) ? "held" : "nothing"}</p>
}

const dragging = (files: File[]) => ({
  dataTransfer: { files, types: files.length > 0 ? ["Files"] : ["text/plain"] },
})

describe("files given to a page", () => {
  it("are taken when they are pasted, and text is left to who wants it", () => {
    render(<Page />)
    fireEvent.paste(document.body, { clipboardData: { files: [] } })
    expect(onFiles).not.toHaveBeenCalled()

    const went = fireEvent.paste(document.body, { clipboardData: { files: [clip] } })
    expect(onFiles).toHaveBeenCalledExactlyOnceWith([clip])
    expect(went, "the browser's own pasting").toBe(false)
  })

  it("are shown while they are held over it, and taken when they are let go", () => {
    render(<Page />)
    fireEvent.dragOver(document.body, dragging([]))
    expect(screen.getByText("nothing")).toBeVisible()

    fireEvent.dragOver(document.body, dragging([clip]))
    expect(screen.getByText("held")).toBeVisible()
    fireEvent.drop(document.body, dragging([clip]))
    expect(screen.getByText("nothing")).toBeVisible()
    expect(onFiles).toHaveBeenCalledExactlyOnceWith([clip])
  })

  it("are forgotten when they are taken off the page", () => {
    render(<Page />)
    fireEvent.dragOver(document.body, dragging([clip]))
    fireEvent.dragLeave(document.body, { relatedTarget: null })
    expect(screen.getByText("nothing")).toBeVisible()
  })
})
