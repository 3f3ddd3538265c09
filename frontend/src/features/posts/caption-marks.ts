import { t } from "@/lib/i18n"

/** A hashtag or a handle in a caption, from `start` up to `end`; one that TikTok makes no link of is `odd`. */
export type Mark = { start: number; end: number; kind: "tag" | "handle"; odd: boolean }

// TikTok reads from the sign to the next white space. Letters, marks, digits, pictures and joiners of every script are linked.
const WORD = /([#@])(\S*)/y
const TAG = /^[\p{L}\p{M}\p{N}\p{So}_\u200c\u200d]+$/u
const HANDLE = /^[\p{L}\p{N}_.]{1,23}[\p{L}\p{N}_]$/u
const BLANK = /\s/

/** Find the hashtags and handles of a caption as TikTok reads them. A lone "@" is a word like another, a lone "#" is not. */
export function marksOf(caption: string): Mark[] {
  const marks: Mark[] = []
  for (let start = 0; start < caption.length; start += 1) {
    if (start > 0 && !BLANK.test(caption.charAt(start - 1))) continue
    WORD.lastIndex = start
    const [whole, sign, name] = WORD.exec(caption) ?? []
    if (!whole || name === undefined || (sign === "@" && !name)) continue
    const kind = sign === "#" ? "tag" : "handle"
    marks.push({
      start,
      end: start + whole.length,
      kind,
      odd: !(kind === "tag" ? TAG : HANDLE).test(name),
    })
    start += whole.length
  }
  return marks
}

/** Name the hashtags of a caption without their sign, those that are linked, each once whatever its capitals. */
export function tagsOf(caption: string): string[] {
  const tags = new Map<string, string>()
  for (const { start, end, kind, odd } of marksOf(caption)) {
    const tag = caption.slice(start + 1, end)
    if (kind === "tag" && !odd && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag)
  }
  return [...tags.values()]
}

/** Say which hashtags and handles would be no links, and why; null when all would. */
export function oddWords(caption: string): string | null {
  const odd = marksOf(caption).filter((mark) => mark.odd)
  const first = odd[0]
  if (!first) return null
  const names = odd.slice(0, 3).map(({ start, end }) => t("“{word}”", { word: caption.slice(start, end) }))
  const shown = names.join(", ")
  const rest = odd.length - names.length
  const named = rest > 0 ? t("{names} and {count} more", { names: shown, count: rest }) : shown
  const rule = odd.some(({ kind }) => kind === "handle")
    ? t("Names end at a space and have letters, digits, _ and points only.")
    : t("Hashtags end at a space and have letters, digits and _ only.")
  return `${t("TikTok may not link {words}.", { words: named })} ${rule}`
}

/** Put hashtags into a caption at the caret, those alone that it does not have; null when it has them all. */
export function insertTags(
  caption: string,
  caret: number,
  tags: readonly string[],
): { words: string; at: number } | null {
  const there = new Set(tagsOf(caption).map((tag) => tag.toLowerCase()))
  const fresh = tags.filter((tag) => !there.has(tag.toLowerCase()))
  if (fresh.length === 0) return null
  const isOpen = caret === 0 || BLANK.test(caption.charAt(caret - 1))
  const isClosed = caret === caption.length || BLANK.test(caption.charAt(caret))
  const words = `${isOpen ? "" : " "}${fresh.map((tag) => `#${tag}`).join(" ")}${isClosed ? "" : " "}`
  return { words, at: caret }
}
