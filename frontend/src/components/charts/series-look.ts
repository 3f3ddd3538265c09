/** How the series of a chart look: a hue and, for who does not see hues and beyond eight, a dash. */
const strokes = [
  "stroke-series-1",
  "stroke-series-2",
  "stroke-series-3",
  "stroke-series-4",
  "stroke-series-5",
  "stroke-series-6",
  "stroke-series-7",
  "stroke-series-8",
]

const dashes = ["", "7 3", "2 3", "9 3 2 3", "5 2", "1 3 5 3", "12 4", "4 4"]

export type SeriesLook = { stroke: string; dash: string }

/** Return the look of the series at a place; the ninth has the first one's hue and another dash. */
export function seriesLook(place: number): SeriesLook {
  const round = Math.floor(place / strokes.length)
  return {
    stroke: strokes[place % strokes.length] ?? "stroke-series-1",
    dash: dashes[(place + round) % dashes.length] ?? "",
  }
}
