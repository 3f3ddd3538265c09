// @vitest-environment node
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8")

/** Read every colour token: one value for both themes, or light-dark(light, dark). */
function readTokens(theme: "light" | "dark"): Record<string, string> {
  const tokens: Record<string, string> = {}
  for (const [, name = "", value = ""] of css.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
    const pair = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value)
    const colour = pair ? pair[theme === "light" ? 1 : 2] : /^#\w{6}$/.test(value) ? value : undefined
    if (colour) tokens[name] = colour
  }
  return tokens
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ["paper", "raised", "tint"]
const texts = ["ink", "muted", "accent", "bronze", "published", "scheduled", "held", "needs-you", "failed"]
const onColours = [
  ["on-accent", "accent"],
  ["on-accent", "accent-deep"],
  ["on-failed", "failed"],
  ["on-screen", "screen"],
] as const

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  const tokens = readTokens(theme)
  const of = (name: string) => tokens[name] ?? "missing"
  const pairs = [...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)), ...onColours]

  it.each(pairs)("%s can be read on %s", (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(grounds)("the focus ring and the drawings' lines stand out on %s", (ground) => {
    expect(contrast(of("accent"), of(ground))).toBeGreaterThanOrEqual(3)
    expect(contrast(of("muted"), of(ground))).toBeGreaterThanOrEqual(3)
  })

  it.each(grounds)("what can be filled in is seen on %s", (ground) => {
    expect(contrast(of("edge"), of(ground))).toBeGreaterThanOrEqual(3)
  })
})

describe("the source", () => {
  it("names colours nowhere but in the tokens", () => {
    const globals = readFileSync(new URL("./globals.css", import.meta.url), "utf8")
    expect(globals).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(|oklch\(/i)
  })
})
