import type { XTick } from "./chart"
import type { Scale } from "./scale"

type YAxisProps = {
  ticks: readonly number[]
  texts: readonly string[]
  y: Scale
  left: number
  right: number
}

/** A hairline at each round value, the one at zero a little stronger, and the value at its left end. */
export function YAxis({ ticks, texts, y, left, right }: YAxisProps) {
  return (
    <g className="tabular fill-muted text-12">
      {ticks.map((tick, place) => (
        <g key={tick}>
          <path
            d={`M${left} ${y(tick)}H${right}`}
            className={tick === 0 ? "stroke-faint" : "stroke-line"}
            shapeRendering="crispEdges"
          />
          <text x={left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {texts[place]}
          </text>
        </g>
      ))}
    </g>
  )
}

const EDGE = 28

/** What stands below: as many words as fit; the last one ends where the chart does. */
export function XAxis({
  ticks,
  x,
  bottom,
  right,
}: {
  ticks: readonly XTick[]
  x: Scale
  bottom: number
  right: number
}) {
  return (
    <g className="tabular fill-muted text-12">
      {ticks.map(({ at, text }) => (
        <g key={at}>
          <path d={`M${x(at)} ${bottom}v4`} className="stroke-faint" />
          <text
            x={Math.min(x(at), right)}
            y={bottom + 18}
            textAnchor={x(at) > right - EDGE ? "end" : "middle"}
          >
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}
