import { describe, expect, it } from "vitest"
import { points } from "./points"
import { isShown, noteSeen, readWalk, step, type Walk } from "./walk"

const walk = (more: Partial<Walk> = {}): Walk => ({ point: 0, startedAt: 1, seen: {}, ...more })

describe("the walk", () => {
  it("marks what was seen of its point, and of no other", () => {
    const seen = noteSeen(walk(), { named: "Studio Nord", caption: "Hello" })

    expect(seen.seen).toEqual({ named: "Studio Nord" })
    expect(isShown(seen, 0)).toBe(false)
    expect(isShown(noteSeen(seen, { asked: "Studio Nord, at 14:03:22" }), 0)).toBe(true)
  })

  it("keeps what proved it first, and is the same where nothing is new", () => {
    const before = noteSeen(walk(), { named: "Studio Nord" })

    expect(noteSeen(before, { named: "Quiet Room" })).toBe(before)
    expect(noteSeen(before, {})).toBe(before)
  })

  it("goes through five points and no further", () => {
    expect(points).toHaveLength(5)
    expect(step(walk(), -1).point).toBe(0)
    expect(step(walk({ point: 3 }), 1).point).toBe(4)
    expect(step(walk({ point: 4 }), 1).point).toBe(4)
  })

  it("never marks a point that has nothing to see", () => {
    expect(points.every(({ clues }) => clues.length > 0)).toBe(true)
    expect(points.some((_, index) => isShown(walk(), index))).toBe(false)
  })

  it.each([null, "", "nonsense", "null", '{"point":9,"seen":{}}', '{"point":1}'])("is none in %s", (text) => {
    expect(readWalk(text)).toBeNull()
  })
})
