// Writes src/lib/api/schema.gen.d.ts from openapi.json; with --check it only says whether the file is fresh.
import { readFileSync, writeFileSync } from "node:fs"
import openapiTS, { astToString } from "openapi-typescript"

const target = "src/lib/api/schema.gen.d.ts"
const banner = "// Generated from openapi.json by `npm run types`. Do not edit.\n\n"
const schema = new URL("../openapi.json", import.meta.url)
const fresh = banner + astToString(await openapiTS(schema, { defaultNonNullable: false }))

if (!process.argv.includes("--check")) {
  writeFileSync(target, fresh)
  console.log(`${target} written`)
} else if (readFileSync(target, "utf8") !== fresh) {
  console.error(`${target} is stale: run \`npm run types\` and keep the result.`)
  process.exit(1)
} else {
  console.log(`${target} is fresh`)
}
