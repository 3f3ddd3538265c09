import { describe, expect, it } from "vitest"
import { takeTurns } from "./take-turns"

describe("taking turns", () => {
  it("runs so many at once and no more, all of them, failures too", async () => {
    const inTurns = takeTurns(2)
    let running = 0
    let most = 0
    const results = await Promise.allSettled(
      Array.from({ length: 7 }, (_, index) =>
        inTurns(async () => {
          running += 1
          most = Math.max(most, running)
          await new Promise((resolve) => setTimeout(resolve, 1))
          running -= 1
          if (index === 1) throw new Error("no")
          return index
        }),
      ),
    )

    expect(most).toBe(2)
    expect(results.map(({ status }) => status === "fulfilled")).toEqual([
      true,
      false,
      true,
      true,
      true,
      true,
      true,
    ])
  })
})
