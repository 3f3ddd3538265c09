import { act, renderHook } from "@testing-library/react"
import { afterEach, describe, expect, it, vi } from "vitest"
import { fakeApi } from "@/testing/fake-api"
import { forgetPurpose, startUpload, useUploads } from "./uploads"

afterEach(() => forgetPurpose("test"))

function start(file: File) {
  vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:here")
  vi.spyOn(URL, "revokeObjectURL").mockReturnValue()
  const { result } = renderHook(useUploads)
  act(() => startUpload(file, "test"))
  return result.current.at(-1)
}

describe("starting an upload", () => {
  it("refuses an empty file without asking the server", () => {
    const heard = fakeApi({})

    expect(start(new File([], "empty.mp4"))).toMatchObject({
      phase: "refused",
      sentence: "empty.mp4 is empty (0 bytes). Choose another file.",
    })
    expect(heard).toEqual([])
  })

  it("refuses a file over 4 GB without asking the server", () => {
    const heard = fakeApi({})
    const file = new File(["x"], "long.mp4")
    Object.defineProperty(file, "size", { value: 4 * 1024 ** 3 + 1 })

    expect(start(file)?.sentence).toMatch(/long\.mp4 is larger than 4 GB/)
    expect(heard).toEqual([])
  })

  it("lets the clip be watched while it is on its way", () => {
    fakeApi({ "POST /api/v1/media/uploads": () => new Promise<Response>(() => undefined) })

    expect(start(new File(["abc"], "a.mp4"))).toMatchObject({
      phase: "sending",
      previewUrl: "blob:here",
      sent: 0,
    })
  })
})
