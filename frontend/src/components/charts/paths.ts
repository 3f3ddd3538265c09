export type Dot = { x: number; y: number }

/** Split a line where nothing is known, so that no stroke crosses a gap. */
export function pieces(dots: readonly (Dot | null)[]): Dot[][] {
  const found: Dot[][] = []
  let open: Dot[] | null = null
  for (const dot of dots) {
    if (!dot) open = null
    else if (open) open.push(dot)
    else {
      open = [dot]
      found.push(open)
    }
  }
  return found
}

/** Return the path through dots in a row. */
export function pathOf(dots: readonly Dot[]): string {
  return dots.map(({ x, y }, place) => `${place === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("")
}

/** Return the closed path between two lines over the same places. */
export function bandOf(upper: readonly Dot[], lower: readonly Dot[]): string {
  return upper.length === 0 ? "" : `${pathOf(upper)}${pathOf(lower.toReversed()).replace("M", "L")}Z`
}

/** Return places in a row as stretches: [1, 2, 3, 7] → [[1, 3], [7, 7]]. */
export function stretches(places: readonly number[]): [number, number][] {
  const found: [number, number][] = []
  for (const place of places) {
    const last = found.at(-1)
    if (last && place === last[1] + 1) last[1] = place
    else found.push([place, place])
  }
  return found
}

const round = (value: number) => Math.round(value * 10) / 10
