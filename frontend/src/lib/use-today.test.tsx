import { act, renderHook } from "@testing-library/react"
import { renderToString } from "react-dom/server"
import { afterEach, expect, test, vi } from "vitest"
import { DrawnContext } from "./drawn"
import { useToday } from "./use-today"

const BEFORE_MIDNIGHT = Date.parse("2026-11-24T22:59:30Z") // 23:59:30 in Berlin

afterEach(() => void vi.useRealTimers())

test("a calendar that is left open goes on to the next day", () => {
  vi.useFakeTimers({ now: BEFORE_MIDNIGHT })
  const { result } = renderHook(() => useToday("Europe/Berlin"))
  expect(result.current).toBe("2026-11-24")
  act(() => void vi.advanceTimersByTime(60_000))
  expect(result.current).toBe("2026-11-25")
})

test("on the server it is the day on which the page is drawn", () => {
  const Today = () => useToday("Europe/Berlin")
  const page = (
    <DrawnContext value={{ at: BEFORE_MIDNIGHT, onPhone: false }}>
      <Today />
    </DrawnContext>
  )
  expect(renderToString(page)).toBe("2026-11-24")
})
