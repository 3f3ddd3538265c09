import { describe, expect, it } from "vitest"
import { countUnits } from "./caption"

describe("countUnits", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["ä", 1],
    ["日本", 2],
    ["🎬", 2],
    ["👨‍👩‍👧‍👦", 11],
    ["e\u0301", 2],
  ])("counts %j as TikTok does", (text, units) => expect(countUnits(text)).toBe(units))
})
