import type { Plugin } from "vitest/config"

const PART_MS = 150
const ANSWER_MS = 60

/**
 * `SLOW_WORLD=1 npm test`: every part that is loaded when needed, and every answer of the API, comes late.
 *
 * A test that holds in this world waits for what it looks at; one that does not fails some day on a busy machine.
 */
export function slowWorld(): Plugin {
  const late = (ms: number) => `new Promise((go) => setTimeout(go, ${ms}))`
  return {
    name: "slow-world",
    enforce: "pre",
    transform(code, id) {
      if (id.endsWith("src/testing/fake-api.ts"))
        return code.replace("const reply =", `await ${late(ANSWER_MS)}\n    const reply =`)
      if (!id.includes("/src/") || id.includes(".test.")) return
      return code.replace(
        /(?<!typeof )\bimport\((["'][^"']+["'])\)/g,
        (load) => `${late(PART_MS)}.then(() => ${load})`,
      )
    },
  }
}
