/** A language's sentences, by `shortOf` what they are in English: the English itself would be more than half of the download. */
export type Messages = Readonly<Record<string, string>>

const KEPT = "carillon.reader-messages"
const kept = Symbol.for(KEPT)

type Keeper = { [kept]?: Messages | (() => Messages | undefined) }

/** Return a sentence in the reader's language, nothing where that is English; on the server that of the request being answered. */
export function readerMessage(english: string): string | undefined {
  const messages = (globalThis as Keeper)[kept]
  return (typeof messages === "function" ? messages() : messages)?.[shortOf(english)]
}

/** Have `readerMessage` look into these, or on the server into what is right for each request. */
export function keepMessages(messages: Keeper[typeof kept]): void {
  ;(globalThis as Keeper)[kept] = messages
}

/** Write a script that does so in a browser, before anything is drawn there. */
export function scriptOf(messages: Messages): string {
  return `globalThis[Symbol.for(${JSON.stringify(KEPT)})]=${JSON.stringify(messages)}`
}

/**
 * Make the sentences of a catalogue short to look up.
 *
 * @throws Error where two of them would be one: then the offset of `shortOf` has to be another
 */
export function toMessages(catalogue: Readonly<Record<string, string>>): Messages {
  const messages: Record<string, string> = {}
  for (const [english, text] of Object.entries(catalogue)) {
    const short = shortOf(english)
    if (short in messages) throw new Error(`Two sentences are looked up under ${short}: ${english}`)
    messages[short] = text
  }
  return messages
}

/** Return five characters that stand for a text: its FNV-1a hash, folded to 24 bits. */
export function shortOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (((hash >>> 24) ^ hash) & 0xffffff).toString(36)
}
