// Every sentence of the web app that is put into the reader's language (src/lib/i18n.ts), by reading the source.
//
// `node scripts/messages.mjs [folder…]` lists them as JSON: what is looked up, and where it stands.
import { readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import ts from "typescript"

const root = process.cwd() // npm, and the tests, run in frontend/

/** Where the sentences of a source stand: [{ key, file, line, problem? }]; `key` is null where it is not written there. */
export function readMessages(file, text) {
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const found = []
  const visit = (node, inFunction) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const read = readers[node.expression.text]
      if (read) found.push({ ...read(node, inFunction), file, line: lineOf(source, node) })
    }
    ts.forEachChild(node, (child) => visit(child, inFunction || ts.isFunctionLike(node)))
  }
  visit(source, false)
  return found
}

const readers = {
  t: ({ arguments: [text] }, inFunction) => ({
    key: literal(text),
    ...(inFunction
      ? {}
      : { problem: "t() outside of a function would say it in one language to everybody: use m()" }),
  }),
  m: ({ arguments: [text] }) => ({
    key: literal(text),
    ...(literal(text) === null ? { problem: "m() marks what is written there" } : {}),
  }),
  plural: ({ arguments: [, one, many] }) => {
    const forms = [literal(one), many ? literal(many) : `${literal(one)}s`]
    return { key: forms.includes(null) ? null : forms.join("|") }
  },
}

function literal(node) {
  return node && ts.isStringLiteralLike(node) ? node.text : null
}

function lineOf(source, node) {
  return source.getLineAndCharacterOfPosition(node.getStart()).line + 1
}

/** All sentences under some folders. */
export function listMessages(folders = ["src"]) {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, name)),
    )
    .filter(
      (path) => /\.tsx?$/.test(path) && !/\.test\.|\.d\.ts$|\/testing\/|lib\/(i18n|figures)\.ts$/.test(path),
    )
    .flatMap((path) => readMessages(relative(root, path), readFileSync(path, "utf8")))
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const folders = process.argv.slice(2)
  console.log(JSON.stringify(listMessages(folders.length > 0 ? folders : undefined), null, 1))
}
