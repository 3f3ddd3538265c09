import { describe, expect, it } from "vitest"
import { EVERYTHING, isNarrow, libraryAddress, readWish, spare } from "./wish"

describe("what is wished of the library", () => {
  it("stands in the address and is read from it again", () => {
    const wish = {
      q: "a & b",
      kind: "video",
      verdict: "fix",
      unused: true,
      tag: "Client Nord",
      sort: "size",
    } as const
    const address = libraryAddress(wish, "one")

    expect(address).toMatch(/^\/library\/one\?/)
    expect(readWish(new URL(address, "http://here").searchParams)).toEqual(wish)
  })

  it("leaves out what is usual, and forgets words it does not know", () => {
    expect(libraryAddress(EVERYTHING)).toBe("/library")
    expect(spare(EVERYTHING)).toEqual({})
    expect(readWish(new URLSearchParams("kind=cat&sort=x&verdict=&unused=yes"))).toEqual(EVERYTHING)
  })

  it("is narrow when files may be left out, not for another order", () => {
    expect(isNarrow({ ...EVERYTHING, sort: "name" })).toBe(false)
    expect(isNarrow({ ...EVERYTHING, unused: true })).toBe(true)
  })
})
