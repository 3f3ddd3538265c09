// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { describe, expect, it } from "vitest"

const src = new URL("..", import.meta.url).pathname

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith("schema.gen.d.ts"))
  .map((path) => ({ path, text: readFileSync(join(src, path), "utf8") }))
const code = files.filter(({ path }) => !/\.test\.tsx?$|^testing\//.test(path))

/** Return what a file imports, as paths below src. */
function importsOf({ path, text }: { path: string; text: string }): string[] {
  const named = [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, name = ""]) => name)
  return named.flatMap((name) => {
    if (name.startsWith("@/")) return [name.slice(2)]
    return name.startsWith(".") ? [relative(src, join(src, path, "..", name))] : []
  })
}

const layer = (path: string) => path.split("/")[0] ?? ""
const feature = (path: string) => (layer(path) === "features" ? path.split("/")[1] : undefined)
const allowed: Record<string, string[]> = {
  app: ["app", "features", "components", "lib", "styles"],
  features: ["features", "components", "lib"],
  components: ["components", "lib", "styles"],
  lib: ["lib"],
  "proxy.ts": ["lib"],
  "instrumentation.ts": ["lib"],
}

describe("the house", () => {
  it("lets imports point down only", () => {
    const wrong = code.flatMap((file) =>
      importsOf(file)
        .filter((target) => !allowed[layer(file.path)]?.includes(layer(target)))
        .map((target) => `${file.path} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it("keeps features apart: the page hands one to the other", () => {
    const wrong = code.flatMap((file) =>
      importsOf(file)
        .filter((target) => feature(file.path) && feature(target) && feature(file.path) !== feature(target))
        .map((target) => `${file.path} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it("keeps pages under 40 lines and files under 200", () => {
    const long = files.filter(({ path, text }) => {
      const most = /(^|\/)(page|layout|route)\.tsx?$/.test(path) ? 40 : path.endsWith(".test.ts") ? 300 : 200
      return text.split("\n").length > most + 1
    })
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it("has no server action, no raw HTML, and no server code in the browser", () => {
    const banned = /["']use server["']|dangerouslySetInnerHTML/
    expect(code.filter(({ text }) => banned.test(text)).map(({ path }) => path)).toEqual([])
    const leaking = code.filter(
      ({ text }) => text.startsWith('"use client"') && /lib\/(session\/|env")/.test(text),
    )
    expect(leaking.map(({ path }) => path)).toEqual([])
  })
})
