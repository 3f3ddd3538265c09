/** Making a formatter costs a phone milliseconds, using one next to nothing: each is made once. */

/** Which languages a server is asked for is not ours to limit. */
const MOST = 400

const made = new Map<string, Intl.DateTimeFormat>()

/** Return the formatter of a language ("en-GB") and a style, the same one every time. */
export function dateFormat(lang: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(style)
  const kept = made.get(key)
  if (kept) return kept
  const format = new Intl.DateTimeFormat(lang, style)
  if (made.size >= MOST) made.clear()
  made.set(key, format)
  return format
}
