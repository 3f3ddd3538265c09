import { describe, expect, it } from "vitest"
import { addSlot, presets, removeSlot, sameWeek } from "./week"

describe("a week of posting slots", () => {
  it("keeps its order, and each time once", () => {
    const week = addSlot(addSlot([], [3], "18:00"), [0, 3], "09:00")
    expect(addSlot(week, [3], "18:00")).toEqual([
      { weekday: 0, local_time: "09:00" },
      { weekday: 3, local_time: "09:00" },
      { weekday: 3, local_time: "18:00" },
    ])
  })

  it("loses one time and no other", () => {
    const week = presets[1]?.slots ?? []
    expect(removeSlot(week, { weekday: 2, local_time: "09:00" })).toHaveLength(13)
  })

  it("is the same in any order", () => {
    const week = presets[2]?.slots ?? []
    expect(sameWeek(week, week.toReversed())).toBe(true)
    expect(sameWeek(week, week.slice(1))).toBe(false)
  })
})
