// @vitest-environment node
import { mkdtempSync, writeFileSync } from "node:fs"
import { createServer, get, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { brotliCompressSync, brotliDecompressSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { serveStatic } from "./serve-static"

const SCRIPT = "console.log(1)".repeat(100)
const server = createServer((request, answer) => answer.end(`Next has ${request.url}`))

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "static-"))
  writeFileSync(join(folder, "a.js"), SCRIPT)
  writeFileSync(join(folder, "a.js.br"), brotliCompressSync(SCRIPT))
  serveStatic(folder)
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
})

afterAll(() => void server.close())

async function ask(path: string, encoding = "gzip, br", method = "GET") {
  const { port } = server.address() as AddressInfo
  const headers = { "accept-encoding": encoding }
  const answer = await new Promise<IncomingMessage>((done) =>
    get({ port, path, headers, method }, done).end(),
  )
  return answer
}

async function bytes(answer: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await answer.toArray())
}

test("a script comes compressed as the browser takes it, to be kept, with the headers of every answer", async () => {
  const answer = await ask("/_next/static/a.js")
  expect(answer.headers).toMatchObject({
    "content-encoding": "br",
    "content-type": expect.stringMatching(/^text\/javascript/),
    "cache-control": "public,max-age=31536000,immutable",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  })
  expect(String(brotliDecompressSync(await bytes(answer)))).toBe(SCRIPT)
})

test("who takes no compression gets the script itself", async () => {
  const answer = await ask("/_next/static/a.js", "identity")
  expect(answer.headers["content-encoding"]).toBeUndefined()
  expect(await text(answer)).toBe(SCRIPT)
})

test.each([
  ["/_next/static/b.js", "GET"],
  ["/_next/static/../a.js", "GET"],
  ["/_next/static/%2e%2e/a.js", "GET"],
  ["/_next/static/a.js", "POST"],
  ["/_next/statics/a.js", "GET"],
  ["/", "GET"],
])("everything else is left to Next: %s %s", async (path, method) => {
  expect(await text(await ask(path, "br", method))).toBe(`Next has ${path}`)
})
