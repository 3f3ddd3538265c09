import { act, renderHook } from "@testing-library/react"
import { afterEach, describe, expect, it, vi } from "vitest"
import { fakeApi } from "@/testing/fake-api"
import {
  forgetPurpose,
  forgetUpload,
  pauseUpload,
  resumeUpload,
  startUpload,
  sumOf,
  useUploads,
} from "./uploads"

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

describe("many files at once", () => {
  const never = () => new Promise<Response>(() => undefined)

  function add(count: number) {
    vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:here")
    vi.spyOn(URL, "revokeObjectURL").mockReturnValue()
    const { result } = renderHook(useUploads)
    act(() => {
      for (let number = 0; number < count; number += 1) {
        startUpload(new File(["abc"], `${number}.mp4`), "test")
      }
    })
    const phases = () => result.current.map(({ phase }) => phase)
    return { result, phases }
  }

  it("sends three, and the next as soon as one is paused or taken away", () => {
    fakeApi({ "POST /api/v1/media/uploads": never })
    const { result, phases } = add(5)
    expect(phases()).toEqual(["sending", "sending", "sending", "queued", "queued"])

    act(() => pauseUpload(result.current[0]?.id ?? ""))
    expect(phases()).toEqual(["paused", "sending", "sending", "sending", "queued"])

    act(() => resumeUpload(result.current[0]?.id ?? ""))
    expect(phases()).toEqual(["queued", "sending", "sending", "sending", "queued"])

    act(() => forgetUpload(result.current[1]?.id ?? ""))
    expect(phases()).toEqual(["sending", "sending", "sending", "queued"])
  })

  it("says how far all of them are together", () => {
    fakeApi({ "POST /api/v1/media/uploads": never })
    const { result } = add(2)

    expect(sumOf(result.current.map((one, index) => ({ ...one, sent: index + 1 })))).toEqual({
      sent: 3,
      size: 6,
      bytesPerSecond: 0,
    })
  })
})
