import { type IncomingMessage, Server, type ServerResponse } from "node:http"
import sirv from "sirv"
import { fixedHeaders } from "./fixed-headers"

const PREFIX = "/_next/static"
const YEAR_S = 31_536_000

/**
 * Answer for the scripts, style sheets and fonts in a folder before Next does, with the compressed copies that lie beside them
 * (scripts/build.mjs).
 *
 * Next compresses each of them anew at every request, and by gzip alone (docs/decisions/0037). Their names change with what is
 * in them, so a browser may keep them for good.
 */
export function serveStatic(folder: string): void {
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: YEAR_S,
    setHeaders: (answer) => {
      for (const [name, value] of Object.entries(fixedHeaders)) answer.setHeader(name, value)
    },
  })
  const emit = Server.prototype.emit
  Server.prototype.emit = function answerStatic(this: Server, name: string | symbol, ...rest: unknown[]) {
    const pass = () => emit.apply(this, [name, ...rest] as Parameters<typeof emit>)
    if (name !== "request") return pass()
    const [request, answer] = rest as [IncomingMessage, ServerResponse]
    const { url = "", method = "" } = request
    if (!url.startsWith(`${PREFIX}/`) || !["GET", "HEAD"].includes(method)) return pass()
    request.url = url.slice(PREFIX.length)
    serve(request, answer, () => {
      request.url = url
      pass()
    })
    return true
  } as typeof emit
}
