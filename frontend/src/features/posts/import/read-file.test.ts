import { describe, expect, it } from "vitest"
import { readCsvFile, tooLarge } from "./read-file"

const read = (...bytes: (number | string)[]) => {
  const parts = bytes.map((one) => (typeof one === "string" ? one : new Uint8Array([one])))
  return readCsvFile(new File(parts, "posts.csv"))
}

describe("reading a file", () => {
  it("takes UTF-8, with or without a mark", async () => {
    expect(await read("caption\nGrüße ☀")).toEqual({
      text: "caption\nGrüße ☀",
      name: "posts.csv",
      note: null,
    })
    expect((await read(0xef, 0xbb, 0xbf, "caption")).text).toBe("caption")
  })

  it("reads what is no UTF-8 as Windows-1252, and says so", async () => {
    const { text, note } = await read("caption\nGr", 0xfc, 0xdf, "e ", 0x80)

    expect(text).toBe("caption\nGrüße €")
    expect(note).toMatch(/no UTF-8.*Windows-1252.*Look whether/)
  })

  it("reads UTF-16 with its mark", async () => {
    const { text, note } = await read(0xff, 0xfe, 0x61, 0x00, 0xfc, 0x00)

    expect([text, note]).toEqual(["aü", "The file was read as UTF-16."])
  })

  it("says what to do with a workbook and with what is no text", async () => {
    await expect(read("PK\u0003\u0004rest")).rejects.toThrow(
      "posts.csv is a workbook. Save it as “CSV UTF-8”",
    )
    await expect(read("a", 0, "b")).rejects.toThrow("is no text file")
  })

  it("says when there is too much of it", async () => {
    expect(tooLarge({ text: "a".repeat(900_000), name: "posts.csv" })).toBeNull()
    expect(tooLarge({ text: "ä".repeat(900_000), name: "posts.csv" })).toMatch(
      /^posts.csv has 1.8.MB, and 1.MB/,
    )
    const large = new File(["a".repeat(9_000_000)], "large.csv")
    await expect(readCsvFile(large)).rejects.toThrow(/large.csv has 9.MB/)
  })
})
