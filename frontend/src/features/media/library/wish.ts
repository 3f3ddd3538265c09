import type { MediaAsset } from "@/lib/api/types"
import { m } from "@/lib/i18n"

export const kinds = {
  "": m("Every kind"),
  video: m("Videos"),
  image: m("Photos"),
  audio: m("Music"),
} as const
export const verdicts = {
  "": m("Every verdict"),
  fits: m("Fits TikTok"),
  fix: m("Needs a fix"),
  unusable: m("Cannot be used"),
} as const
export const sorts = {
  newest: m("Newest first"),
  name: m("By name"),
  size: m("Largest first"),
  duration: m("Longest first"),
} as const

/** Which files of the library are shown, and in which order. */
export type Wish = {
  q: string
  kind: "" | MediaAsset["kind"]
  verdict: keyof typeof verdicts
  unused: boolean
  tag: string
  sort: keyof typeof sorts
}

export const EVERYTHING: Wish = { q: "", kind: "", verdict: "", unused: false, tag: "", sort: "newest" }

const oneOf = <Word extends string>(words: Record<Word, unknown>, value: string | null, usual: Word): Word =>
  value !== null && value in words ? (value as Word) : usual

/** Read what an address asks for. */
export function readWish(params: URLSearchParams): Wish {
  return {
    q: params.get("q") ?? "",
    kind: oneOf(kinds, params.get("kind"), ""),
    verdict: oneOf(verdicts, params.get("verdict"), ""),
    unused: params.get("unused") === "true",
    tag: params.get("tag") ?? "",
    sort: oneOf(sorts, params.get("sort"), "newest"),
  }
}

/** Return what differs from everything, newest first: for addresses and for the API alike. */
export function spare(wish: Wish): Partial<Wish> {
  const asked = Object.entries(wish).filter(([name, value]) => value !== EVERYTHING[name as keyof Wish])
  return Object.fromEntries(asked)
}

/** Return the address of the library, narrowed down; with a file, of that file beside it. */
export function libraryAddress(wish: Wish, fileId?: string): string {
  const words = Object.entries(spare(wish)).map(([name, value]) => [name, String(value)])
  const query = new URLSearchParams(words).toString()
  return `/library${fileId ? `/${fileId}` : ""}${query ? `?${query}` : ""}`
}

/** Tell whether some files may be left out. */
export function isNarrow({ sort: _, ...wish }: Wish): boolean {
  return Object.keys(spare({ ...wish, sort: "newest" })).length > 0
}
