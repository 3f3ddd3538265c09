import { compactCount, exactCount } from "@/lib/figures"

/** Turns a value into a place on the screen. */
export type Scale = (value: number) => number

/** Return the straight scale from a stretch of values to a stretch of places. */
export function linear(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): Scale {
  const size = to - from || 1
  return (value) => start + ((value - from) / size) * (end - start)
}

const STEPS = [1, 2, 2.5, 5, 10]

/**
 * Return round values from below the least to above the most, about `count` of them.
 *
 * `whole` for what is counted: no line stands between one post and two.
 */
export function niceTicks(least: number, most: number, { count = 4, whole = true } = {}): number[] {
  const size = most - least || Math.abs(most) || 1
  const rough = size / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const nice = (STEPS.find((step) => step * power >= rough * 0.999) ?? 10) * power
  const step = whole ? Math.max(1, Math.ceil(nice)) : nice
  const first = Math.floor(least / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9))
  return Array.from({ length: last - first + 1 }, (_, place) =>
    Number(((first + place) * step).toPrecision(12)),
  )
}

/** Write the counts beside an axis: rounded, unless two of them would read the same. */
export function countTexts(ticks: readonly number[]): string[] {
  const signed = (tick: number, size: string) => (tick < 0 ? `−${size}` : size)
  const short = ticks.map((tick) => signed(tick, compactCount(Math.abs(tick))))
  if (new Set(short).size === short.length) return short
  return ticks.map((tick) => signed(tick, exactCount(Math.abs(tick))))
}

/** Return the place in `values` that is nearest to one. */
export function nearest(values: readonly number[], wanted: number): number {
  let best = 0
  for (const [place, value] of values.entries()) {
    if (Math.abs(value - wanted) < Math.abs((values[best] ?? 0) - wanted)) best = place
  }
  return best
}

/** Leave out what would be written closer than `room` to the one before. */
export function thin<Tick extends { at: number }>(ticks: readonly Tick[], x: Scale, room: number): Tick[] {
  const kept: Tick[] = []
  for (const tick of ticks) {
    const last = kept.at(-1)
    if (!last || x(tick.at) - x(last.at) >= room) kept.push(tick)
  }
  return kept
}
