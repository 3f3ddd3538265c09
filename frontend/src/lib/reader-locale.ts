/**
 * What a page is written in, the same on the server and in the browser: what the server wrote would otherwise be written anew
 * as soon as the page's script runs.
 */

import { askedTags } from "./accept-language"
import type { Language } from "./language"

const FALLBACK = "en-GB"
const KEPT = Symbol.for("carillon.reader")

/** The language of a reader's sentences, and the locale of their dates. */
export type Reader = { language: Language; locale: string }
type Readers = { getStore: () => Reader | undefined }

/** Return the locale of this page's dates: on the server that of the request being answered (instrumentation.ts). */
export function readerLocale(): string {
  if (typeof document !== "undefined") {
    return (
      document.documentElement.dataset.locale ?? firstLocale([navigator.language, ...navigator.languages])
    )
  }
  return readerOfRequest().locale
}

/** Return the language of this page's sentences, likewise. */
export function readerLanguage(): string {
  return typeof document === "undefined" ? readerOfRequest().language : document.documentElement.lang
}

/** On the server: whose request is being answered. */
export function readerOfRequest(): Reader {
  return (globalThis as { [KEPT]?: Readers })[KEPT]?.getStore() ?? { language: "en", locale: FALLBACK }
}

/** Have `readerOfRequest` read from here. */
export function keepReaders(readers: Readers): void {
  ;(globalThis as { [KEPT]?: Readers })[KEPT] = readers
}

const NATIVE: Record<Exclude<Language, "en">, string> = { de: "de-DE" }

/**
 * Return the locale that an Accept-Language header asks for first.
 *
 * Who reads another language than English has its dates: those of their own country where the header names one of it.
 */
export function localeOf(acceptLanguage: string | null | undefined, language: Language = "en"): string {
  const tags = askedTags(acceptLanguage)
  if (language === "en") return firstLocale(tags)
  return firstLocale([...tags.filter((tag) => tag.split("-")[0] === language), NATIVE[language]])
}

/** Return the first that is a locale to Intl: a browser on a machine set to "C" says "en-US@posix", and Intl throws. */
export function firstLocale(tags: readonly string[]): string {
  return tags.find(isLocale) ?? FALLBACK
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}
