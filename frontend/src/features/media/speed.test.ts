import { describe, expect, it } from "vitest"
import { makeSpeedometer } from "./speed"

describe("the speedometer", () => {
  it("says nothing until it can tell", () => {
    const measure = makeSpeedometer(1_000)

    expect(measure(0, 0)).toBeNull()
    expect(measure(10, 100)).toBeNull()
  })

  it("measures over the last seconds and tells what is left", () => {
    const measure = makeSpeedometer(10_000)
    measure(0, 0)

    expect(measure(2_000, 1_000)).toEqual({ bytesPerSecond: 2_000, secondsLeft: 4 })
    measure(2_000, 7_500)
    expect(measure(3_000, 8_500)).toEqual({ bytesPerSecond: 1_000, secondsLeft: 7 })
  })
})
