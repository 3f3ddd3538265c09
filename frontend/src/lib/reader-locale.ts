/**
 * The language in which a page's dates are written, the same on the server and in the browser: what the server wrote would
 * otherwise be written anew as soon as the page's script runs.
 */

const FALLBACK = "en-GB"
const KEPT = Symbol.for("carillon.reader-locale")

type Reader = { getStore: () => string | undefined }

/** Return the language of this page: on the server that of the request being answered (instrumentation.ts). */
export function readerLocale(): string {
  if (typeof document !== "undefined") {
    return document.documentElement.dataset.locale ?? languageOf([navigator.language, ...navigator.languages])
  }
  const reader = (globalThis as { [KEPT]?: Reader })[KEPT]
  return reader?.getStore() ?? FALLBACK
}

/** Have `readerLocale` read a request's language from here. */
export function keepReader(reader: Reader): void {
  ;(globalThis as { [KEPT]?: Reader })[KEPT] = reader
}

/** Return the language that an Accept-Language header asks for first; "de;q=0.5, fr" asks for French. */
export function localeOf(acceptLanguage: string | null | undefined): string {
  const asked = (acceptLanguage ?? "").split(",").map((part) => {
    const [tag = "", ...rest] = part.split(";").map((one) => one.trim())
    const quality = rest.find((one) => one.startsWith("q="))?.slice(2)
    return { tag, quality: quality === undefined ? 1 : Number(quality) }
  })
  const wanted = asked.filter(({ tag, quality }) => tag && tag !== "*" && quality > 0)
  return languageOf(wanted.toSorted((one, other) => other.quality - one.quality).map(({ tag }) => tag))
}

/** Return the first that is a language to Intl: a browser on a machine set to "C" says "en-US@posix", and Intl throws. */
export function languageOf(tags: readonly string[]): string {
  return tags.find(isLanguage) ?? FALLBACK
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}
