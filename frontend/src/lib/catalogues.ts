import { createHash } from "node:crypto"
import type { Language } from "./language"
import german from "./messages/de.json"
import { type Messages, scriptOf, toMessages } from "./reader-messages"

type Catalogue = { messages: Messages; script: string; path: string }

/** What the server holds of each language but English, which stands in the source. */
const catalogues: Partial<Record<Language, Catalogue>> = { de: catalogue("de", toMessages(german)) }

/** Name a language's script by what is in it, so that browsers keep it until it changes. */
function catalogue(language: Language, messages: Messages): Catalogue {
  const script = scriptOf(messages)
  const digest = createHash("sha256").update(script).digest("hex").slice(0, 12)
  return { messages, script, path: `/messages/${language}-${digest}.js` }
}

export function catalogueOf(language: Language): Catalogue | undefined {
  return catalogues[language]
}

/** Return the script under an address, if there is one. */
export function scriptAt(path: string): string | undefined {
  return Object.values(catalogues).find((one) => one.path === path)?.script
}
