// `next build`, and what it leaves to be done: the static files into the standalone server's folder, a word to the browser's
// compiler, and a compressed copy of each.
import { spawnSync } from "node:child_process"
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { promisify } from "node:util"
import { brotliCompress, gzip } from "node:zlib"

const standalone = ".next/standalone"
const chunks = `${standalone}/.next/static/chunks`
// Each module of a chunk is a function that runs as soon as its page does. Without this Chromium reads past it first and
// compiles it when it is called, on the thread that draws; with it, beside the download (docs/decisions/0035).
const HINT = "//# allFunctionsCalledOnLoad\n"

const built = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], { stdio: "inherit" })
if (built.status !== 0) process.exit(built.status ?? 1)
cpSync(".next/static", `${standalone}/.next/static`, { recursive: true })
if (existsSync("public")) cpSync("public", `${standalone}/public`, { recursive: true })
for (const name of readdirSync(chunks).filter((one) => one.endsWith(".js"))) {
  writeFileSync(`${chunks}/${name}`, HINT + readFileSync(`${chunks}/${name}`, "utf8"))
}

const LEAST_BYTES = 1_000
const ways = [
  ["br", promisify(brotliCompress)],
  ["gz", promisify(gzip)],
]
/** For src/lib/serve-static.ts, which answers with them. */
async function compress(file) {
  const bytes = readFileSync(file)
  if (bytes.length < LEAST_BYTES) return
  for (const [ending, squeeze] of ways) writeFileSync(`${file}.${ending}`, await squeeze(bytes))
}
const texts = readdirSync(chunks).filter((one) => /\.(js|css)$/.test(one))
await Promise.all(texts.map((name) => compress(`${chunks}/${name}`)))
