// @vitest-environment node
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8")

type Colour = [number, number, number]

/** Read a theme's colours whose names begin with something, as linear RGB. */
function read(theme: "light" | "dark", begins: RegExp): Colour[] {
  const found = [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)]
  const named = found.filter(([, name = ""]) => begins.test(name))
  return named.map(([, , light = "", dark = ""]) => linear(theme === "light" ? light : dark))
}

function linear(hex: string): Colour {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

const times = (rows: readonly Colour[], [r, g, b]: Colour): Colour => {
  const [x = 0, y = 0, z = 0] = rows.map(([one, two, three]) => one * r + two * g + three * b)
  return [x, y, z]
}

/** What people without red, green or blue cones see: Machado, Oliveira and Fernandes, 2009. */
const eyes: Record<string, Colour[]> = {
  "all cones": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  "no red cones": [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  "no green cones": [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  "no blue cones": [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** Oklab, in which distances are about as people see them. */
function oklab(colour: Colour): Colour {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  )
  const [l, m, s] = cones.map((value) => Math.cbrt(Math.max(0, value))) as Colour
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [l, m, s],
  )
}

const luminance = ([r, g, b]: Colour) => 0.2126 * r + 0.7152 * g + 0.0722 * b

function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function nearest(colours: readonly Colour[], apart: (one: Colour, other: Colour) => number): number {
  return Math.min(
    ...colours.flatMap((one, place) => colours.slice(place + 1).map((other) => apart(one, other))),
  )
}

describe.each(["light", "dark"] as const)("the series of a chart in the %s theme", (theme) => {
  const series = read(theme, /^series-/)
  const grounds = read(theme, /^(paper|raised|tint)$/)

  it("are eight, and stand out on every ground", () => {
    expect(series).toHaveLength(8)
    for (const ground of grounds) {
      for (const one of series) expect(contrast(one, ground)).toBeGreaterThanOrEqual(3)
    }
  })

  it("are told apart in grey", () => {
    expect(nearest(series, contrast)).toBeGreaterThan(1.15)
  })

  it.each(Object.entries(eyes))("are told apart with %s", (_, rows) => {
    const seen = series.map((colour) => oklab(times(rows, colour)))
    expect(
      nearest(seen, (one, other) => Math.hypot(...one.map((part, at) => part - (other[at] ?? 0)))),
    ).toBeGreaterThan(0.08)
  })
})
