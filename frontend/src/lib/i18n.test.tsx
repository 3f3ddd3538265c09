import { render } from "@testing-library/react"
import { afterEach, describe, expect, it } from "vitest"
import { listMessages, readMessages } from "../../scripts/messages.mjs"
import { decimals, fewDecimals } from "./decimals"
import { plural } from "./figures"
import { m, said, t } from "./i18n"
import german from "./messages/de.json"
import { keepMessages, toMessages } from "./reader-messages"
import { rich } from "./rich"

afterEach(() => keepMessages(undefined))

describe("a sentence", () => {
  it("is what is written, with its values, where the reader's language is English", () => {
    expect(t("Moved to {day}.", { day: "Friday" })).toBe("Moved to Friday.")
    expect(t(m("Not {moved}"))).toBe("Not {moved}")
    expect(plural(1, "post is", "posts are")).toBe("1 post is")
  })

  it("is that of the reader's language, and English where that has none", () => {
    keepMessages(toMessages({ "Moved to {day}.": "Auf {day} verschoben.", "post|posts": "Beitrag|Beiträge" }))
    expect(t("Moved to {day}.", { day: "Freitag" })).toBe("Auf Freitag verschoben.")
    expect(t("Not translated")).toBe("Not translated")
    expect([plural(1, "post"), plural(2, "post")]).toEqual(["1 Beitrag", "2 Beiträge"])
    expect(t(said("Auf Freitag verschoben."))).toBe("Auf Freitag verschoben.")
  })

  it("is told apart from the same English of another meaning", () => {
    expect(t("Change@@column")).toBe("Change")
    keepMessages(toMessages({ Change: "Ändern", "Change@@column": "Veränderung" }))
    expect([t("Change"), t("Change@@column")]).toEqual(["Ändern", "Veränderung"])
  })

  it("has its numbers in the reader's way", () => {
    keepMessages(toMessages({ ".": ",", "{length} s": "{length} s" }))
    expect(t("{length} s", { length: 2.5 })).toBe("2,5 s")
    expect([decimals(2), fewDecimals(2), fewDecimals(2.25, 2)]).toEqual(["2,0", "2", "2,25"])
  })

  it("does not look into its values for more of them", () => {
    expect(t("{name} is deleted.", { name: "{name} $& $1" })).toBe("{name} $& $1 is deleted.")
  })

  it("holds elements where it names them", () => {
    const { container } = render(
      <p>{rich(t("Read <link>the terms</link> first."), { link: (text) => <a href="/terms">{text}</a> })}</p>,
    )
    expect(container.innerHTML).toBe('<p>Read <a href="/terms">the terms</a> first.</p>')
  })

  it("is asked for by each request on its own, on the server", () => {
    let language = "de"
    keepMessages(() => (language === "de" ? toMessages({ Save: "Speichern" }) : undefined))
    expect(t("Save")).toBe("Speichern")
    language = "en"
    expect(t("Save")).toBe("Save")
  })
})

describe("the source", () => {
  it("says nothing in one language to everybody", () => {
    expect(listMessages().filter(({ problem }) => problem)).toEqual([])
  })

  it("has each of its sentences in every language, and none that is gone", () => {
    const written = new Set(listMessages().flatMap(({ key }) => key ?? []))
    expect([...written].filter((key) => !(key in german))).toEqual([])
    expect(Object.keys(german).filter((key) => !written.has(key))).toEqual([])
  })

  it("keeps the holes, the elements and the forms of a sentence in every language", () => {
    const parts = (text: string) => [...new Set(text.match(/\{\w+\}|<\/?\w+>|\|/g))].sort()
    const other = Object.entries(german).filter(([key, text]) => `${parts(key)}` !== `${parts(text)}`)
    expect(other).toEqual([])
    expect(() => toMessages(german)).not.toThrow()
  })

  it("is read for every kind of sentence", () => {
    const text =
      'const a = m("A")\nconst f = () => t("B {c}", { c }) + plural(n, "d") + plural(n, "e", `f`)\nt("G")'
    expect(
      readMessages("x.ts", text).map(({ key, line, problem }) => [key, line, problem !== undefined]),
    ).toEqual([
      ["A", 1, false],
      ["B {c}", 2, false],
      ["d|ds", 2, false],
      ["e|f", 2, false],
      ["G", 3, true],
    ])
  })
})
