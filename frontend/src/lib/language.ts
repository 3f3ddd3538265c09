import { askedTags } from "./accept-language"

/**
 * The languages of the web app, each by its own name. Like its colours, the choice is kept in a cookie, so that pages come
 * drawn in it; without one the browser's own language is taken where it is one of these.
 */
export const languages = { en: "English", de: "Deutsch" } as const
export type Language = keyof typeof languages

export const LANGUAGE_COOKIE = "carillon-language"

const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag)

/** Return the language a page is in, by what its reader chose and what their browser asks for. */
export function languageOf(
  chosen: string | null | undefined,
  acceptLanguage: string | null | undefined,
): Language {
  const asked = askedTags(acceptLanguage).map((tag) => tag.split("-")[0]?.toLowerCase() ?? "")
  return [chosen ?? "", ...asked].find(isLanguage) ?? "en"
}

const CHOSEN = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=(\\w+)`)

/** Return what a browser's cookies say that its reader chose. */
export function chosenLanguage(cookies: string | undefined): string | undefined {
  return CHOSEN.exec(cookies ?? "")?.[1]
}

/** Return the cookie by which every page comes in a language, for a year. */
export function languageCookie(language: Language): string {
  return `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`
}
