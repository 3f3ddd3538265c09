import { describe, expect, it } from "vitest"
import { findIn, match } from "./find"

const places = [
  { word: "Home" },
  { word: "Calendar", also: "week month schedule" },
  { word: "Posting slots", also: "queue" },
  { word: "Posts", also: "list" },
  { word: "Café accounts", also: "@studio.nord" },
]
const found = (typed: string) => findIn(typed, places).map(({ word }) => word)

describe("finding by a few letters", () => {
  it("puts what begins with them first, and keeps the order of equals", () => {
    expect(found("pos")).toEqual(["Posting slots", "Posts"])
    expect(found("s")[0]).toBe("Posting slots")
  })

  it("needs every word, in whatever order and case, without accents", () => {
    expect(found("SLOTS post")).toEqual(["Posting slots"])
    expect(found("cafe")).toEqual(["Café accounts"])
    expect(found("slots week")).toEqual([])
  })

  it("looks into what else a thing is called, but less gladly", () => {
    expect(found("week")).toEqual(["Calendar"])
    expect(found("nord")).toEqual(["Café accounts"])
    expect(match("list", { word: "List", also: "" })).toBeGreaterThan(
      match("list", { word: "Posts", also: "list" }),
    )
  })

  it("finds everything where nothing is typed, and no more than asked for", () => {
    expect(findIn("", places, 3).map(({ word }) => word)).toEqual(["Home", "Calendar", "Posting slots"])
  })
})
