import { describe, expect, it } from "vitest"
import { makeImportItem } from "@/testing/make-import"
import { makeTemplate } from "./template"
import { choiceWords, countWords, doneWords, importWords, noteOf, whenWords } from "./words"

const counts = (part: object) => ({ scheduled: 0, drafts: 0, repeated: 0, refused: 0, ...part })

describe("what an import says", () => {
  it.each([
    [
      { scheduled: 12, drafts: 3 },
      "Schedule 12 posts, save 3 drafts",
      "Scheduled 12 posts and saved 3 drafts.",
    ],
    [{ scheduled: 1 }, "Schedule 1 post", "Scheduled 1 post."],
    [{ drafts: 1 }, "Save 1 draft", "Saved 1 draft."],
    [{}, "Nothing to import", "Nothing was imported."],
  ])("says what %o does and did", (part, button, done) => {
    expect(importWords(counts(part))).toBe(button)
    expect(doneWords(counts(part))).toBe(done)
  })

  it("counts what becomes of the rows", () => {
    expect(countWords(counts({ scheduled: 12, drafts: 1, repeated: 2, refused: 1 }))).toBe(
      "12 to be scheduled, 1 draft, 2 here already and left out, 1 with a problem and left out.",
    )
    expect(countWords(counts({}))).toBe("No rows.")
  })

  it("says why a row is a draft, what it repeats, and what the clocks do", () => {
    expect(noteOf(makeImportItem({ outcome: "draft", lacks: ["a time", "an account"] }))).toBe(
      "Without a time and an account it is a draft.",
    )
    expect(noteOf(makeImportItem({ outcome: "repeated", same_line: 4 }))).toBe("The same as line 4.")
    expect(noteOf(makeImportItem({ local_time: "2027-03-28T02:30" }))).toMatch(/^02:30 does not exist/)
    expect(noteOf(makeImportItem())).toBeNull()
  })

  it("names the zone where it is not the person's", () => {
    expect(whenWords(makeImportItem(), "Europe/Berlin")).toMatch(/18:00$|06:00 PM$/)
    expect(whenWords(makeImportItem(), "UTC")).toMatch(/Berlin$/)
    expect(whenWords(makeImportItem({ due_at: null }), "UTC")).toBe("No time")
  })

  it("says what was chosen", () => {
    const row = makeImportItem({
      allow_comment: true,
      allow_stitch: true,
      disclosure: true,
      branded_content: true,
    })

    expect(choiceWords(row)).toBe(
      "Everyone · with comments, stitches · Your photo/video will be labeled as 'Paid partnership'",
    )
    expect(choiceWords(makeImportItem({ privacy_level: null }))).toBe("")
    const inbox = row.accounts.map((one) => ({ ...one, post_mode: "MEDIA_UPLOAD" as const }))
    expect(choiceWords({ ...row, accounts: inbox })).toBe("Into the inbox in TikTok")
  })
})

describe("the template", () => {
  it("has as many cells in each row as columns, and a time to come in the person's zone", () => {
    const [header = "", ...rows] = makeTemplate("Asia/Tokyo", Date.parse("2026-11-24T20:00Z"))
      .trim()
      .split("\r\n")
    // A comma within quotation marks is no border.
    const cells = (row: string) => row.match(/("[^"]*"|[^,]*)(,|$)/g)?.filter(Boolean).length

    expect(rows.map(cells)).toEqual([cells(header), cells(header)])
    expect(rows[0]).toContain("2026-12-02 18:00,Asia/Tokyo")
    expect(makeTemplate("UTC")).toMatch(/^\ufeffcaption,/)
  })
})
