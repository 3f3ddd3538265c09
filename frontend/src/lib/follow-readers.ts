import { AsyncLocalStorage } from "node:async_hooks"
import { Server } from "node:http"
import { catalogueOf } from "./catalogues"
import { chosenLanguage, languageOf } from "./language"
import { keepReaders, localeOf, type Reader } from "./reader-locale"
import { keepMessages } from "./reader-messages"

/**
 * Remember for everything that is done for a request which language its reader has.
 *
 * Components are drawn on the server without knowing of the request; only what Node keeps along with it reaches them.
 */
export function followReaders(): void {
  const readers = new AsyncLocalStorage<Reader>()
  keepReaders(readers)
  keepMessages(() => catalogueOf(readers.getStore()?.language ?? "en")?.messages)
  const emit = Server.prototype.emit
  Server.prototype.emit = function follow(this: Server, name: string | symbol, ...rest: unknown[]) {
    const pass = () => emit.apply(this, [name, ...rest] as Parameters<typeof emit>)
    if (name !== "request") return pass()
    const { headers } = rest[0] as { headers: Record<string, string | undefined> }
    return readers.run(readerOf(headers.cookie, headers["accept-language"]), pass)
  } as typeof emit
}

function readerOf(cookies: string | undefined, acceptLanguage: string | undefined): Reader {
  const language = languageOf(chosenLanguage(cookies), acceptLanguage)
  return { language, locale: localeOf(acceptLanguage, language) }
}
