import { describe, expect, it } from "vitest"
import { insertTags, marksOf, oddWords, tagsOf } from "./caption-marks"

const marked = (caption: string) => marksOf(caption).map(({ start, end }) => caption.slice(start, end))
const odd = (caption: string) =>
  marksOf(caption)
    .filter((mark) => mark.odd)
    .map(({ start, end }) => caption.slice(start, end))

describe("hashtags and handles", () => {
  it("are found where they stand, in UTF-16 units", () => {
    const caption = "🔔 #bell\n@studio.nord and #slow_living"
    expect(marksOf(caption)).toEqual([
      { start: 3, end: 8, kind: "tag", odd: false },
      { start: 9, end: 21, kind: "handle", odd: false },
      { start: 26, end: 38, kind: "tag", odd: false },
    ])
  })

  it("begin a word: an address, a sharp and a fraction are none", () => {
    expect(marked("me@here.org plays C# and a#b")).toEqual([])
    expect(marked("see you @ home")).toEqual([])
  })

  it("are read in every script, with their marks and joiners", () => {
    for (const tag of ["#Frühling", "#नमस्ते", "#می‌خواهم", "#春", "#2026", "#🐇"])
      expect([marked(tag), odd(tag)]).toEqual([[tag], []])
  })

  it.each([
    "#",
    "##",
    "#rock-n-roll",
    "#it's",
    "#a#b",
    "#summer!",
    "#a,",
    "@a b".slice(0, 2),
    "@studio.nord.",
    "@x/y",
  ])("%s would be no link", (word) => expect(odd(`before ${word} after`)).toEqual([word]))

  it("are counted once each, whatever their capitals", () => {
    expect(tagsOf("#Bunny #bunny #rock-n-roll #tea @tea")).toEqual(["Bunny", "tea"])
  })

  it("are complained about by name", () => {
    expect(oddWords("#fine @fine_too")).toBeNull()
    expect(oddWords("#summer, #sun!")).toBe(
      "TikTok may not link “#summer,”, “#sun!”. Hashtags end at a space and have letters, digits and _ only.",
    )
    expect(oddWords("# #- #+ #= @a-b")).toContain("“#”, “#-”, “#+” and 2 more")
  })
})

describe("putting a group in", () => {
  const put = (caption: string, caret: number, ...tags: string[]) => {
    const put = insertTags(caption, caret, tags)
    return put && caption.slice(0, put.at) + put.words + caption.slice(put.at)
  }

  it("keeps a blank on both sides and adds none that is there", () => {
    expect(put("", 0, "a", "b")).toBe("#a #b")
    expect(put("Tea", 3, "a")).toBe("Tea #a")
    expect(put("Tea time", 3, "a")).toBe("Tea #a time")
    expect(put("Tea \ntime", 4, "a")).toBe("Tea #a\ntime")
    expect(put("Teatime", 3, "a")).toBe("Tea #a time")
  })

  it("leaves out what the caption has", () => {
    expect(put("#Bunny hops", 11, "bunny", "tea")).toBe("#Bunny hops #tea")
    expect(put("#bunny", 6, "Bunny")).toBeNull()
  })
})
