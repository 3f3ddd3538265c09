import { act, render, screen } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"
import { useNear } from "./use-near"

/** The browser's observer, spoken for by the test. */
class StandInObserver {
  static made: StandInObserver[] = []
  disconnect = vi.fn()
  observe = vi.fn()
  constructor(readonly tell: (entries: { isIntersecting: boolean }[]) => void) {
    StandInObserver.made.push(this)
  }
}

function Below() {
  const [place, isNear] = useNear<HTMLDivElement>()
  return <div ref={place}>{isNear ? "here" : "to come"}</div>
}

describe("what stands below", () => {
  it("comes once somebody is near, and stays", () => {
    vi.stubGlobal("IntersectionObserver", StandInObserver)
    render(<Below />)
    const observer = StandInObserver.made.at(-1)
    expect(screen.getByText("to come")).toBeVisible()

    act(() => observer?.tell([{ isIntersecting: false }]))
    expect(screen.getByText("to come")).toBeVisible()
    act(() => observer?.tell([{ isIntersecting: true }]))
    expect(screen.getByText("here")).toBeVisible()
    expect(observer?.disconnect).toHaveBeenCalled()
  })

  it("is there at once where nobody can tell what is near", () => {
    render(<Below />)
    expect(screen.getByText("here")).toBeVisible()
  })
})
