import { cn } from "@/lib/cn"
import type { Place } from "./chart"
import { bandOf, type Dot, pathOf, pieces, stretches } from "./paths"
import type { SeriesLook } from "./series-look"

type Values = readonly (number | null)[]

type LineProps = SeriesLook & {
  place: Place
  xs: readonly number[]
  values: Values
  dots?: boolean
  /** Another line is being looked at. */
  isFaded?: boolean
}

/** A line with gaps where nothing is known; what stands alone is a dot. */
export function Line({ place, xs, values, stroke, dash, dots = false, isFaded }: LineProps) {
  const { x, y, active } = place
  const drawn = xs.map((at, index) => toDot(x(at), values[index], y))
  const looked = active === null ? null : drawn[active]
  return (
    <g
      className={cn("fill-none", stroke, isFaded && "opacity-25")}
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      {pieces(drawn).map((piece) => (
        <path key={piece[0]?.x} d={pathOf(piece)} strokeWidth="2" strokeDasharray={dash || undefined} />
      ))}
      {drawn.map((dot, index) =>
        dot && (dots || isAlone(drawn, index)) ? (
          <circle key={dot.x} cx={dot.x} cy={dot.y} r="2.5" className="fill-raised" strokeWidth="2" />
        ) : null,
      )}
      {looked ? <circle cx={looked.x} cy={looked.y} r="4" className="fill-raised" strokeWidth="2" /> : null}
    </g>
  )
}

const toDot = (x: number, value: number | null | undefined, y: Place["y"]): Dot | null =>
  value === null || value === undefined ? null : { x, y: y(value) }

function isAlone(dots: readonly (Dot | null)[], index: number): boolean {
  return !dots[index - 1] && !dots[index + 1]
}

type BandProps = { place: Place; xs: readonly number[]; low: readonly number[]; high: readonly number[] }

/** Between what and what a figure is expected to lie. */
export function Band({ place: { x, y }, xs, low, high }: BandProps) {
  const at = (values: readonly number[]) => xs.map((one, index) => ({ x: x(one), y: y(values[index] ?? 0) }))
  return <path data-mark="band" d={bandOf(at(high), at(low))} className="fill-series-1 opacity-20" />
}

type ColumnsProps = { place: Place; places: readonly number[]; kind: "gap" | "hatch" }

/** Marks days over the whole height: nobody measured, or what is drawn there was spread over them. */
export function Columns({ place: { x, step, top, bottom, hatch }, places, kind }: ColumnsProps) {
  return stretches(places).map(([from, to]) => (
    <rect
      key={from}
      data-mark={kind}
      x={x(from) - step / 2}
      width={Math.max(1, (to - from + 1) * step)}
      y={top}
      height={bottom - top}
      fill={kind === "hatch" ? hatch.plain : undefined}
      className={kind === "gap" ? "fill-tint" : "opacity-30"}
    />
  ))
}

type HeldOutProps = { place: Place; places: readonly number[] }

/** A small lozenge over the days on which samples looked like glitches and were left out. */
export function HeldOut({ place: { x, top }, places }: HeldOutProps) {
  return places.map((at) => (
    <path
      key={at}
      data-mark="held-out"
      d={`M${x(at)} ${top - 8}l4 4l-4 4l-4-4z`}
      className="fill-needs-you stroke-raised"
    />
  ))
}
