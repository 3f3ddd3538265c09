"use client"

import { type PointerEvent, type ReactNode, useId, useMemo, useState } from "react"
import { cn } from "@/lib/cn"
import { t } from "@/lib/i18n"
import { AsTable } from "./as-table"
import { XAxis, YAxis } from "./axes"
import { Hatch } from "./hatch"
import { ReadingBox, type ReadingOf, readOut } from "./reading"
import { linear, nearest, type Scale, thin } from "./scale"
import { useWidth } from "./use-width"

/** Where a chart draws: its scales, the room between two readings, and the fill for what was not counted but spread. */
export type Place = {
  x: Scale
  y: Scale
  step: number
  left: number
  right: number
  top: number
  bottom: number
  hatch: Hatches
  /** Which reading is being looked at. */
  active: number | null
}

/** Fills: in grey for a whole day, in the colours of what was gained and lost for a bar. */
export type Hatches = { plain: string; up: string; down: string }

export type XTick = { at: number; text: string }

type ChartProps = {
  /** What is shown, for who does not see it; and what there is to see, in a sentence. */
  label: string
  summary: string
  /** Where each reading stands on the x axis, and how far the axis reaches. */
  xs: readonly number[]
  domain: readonly [number, number]
  xTicks: readonly XTick[]
  yTicks: readonly number[]
  yTexts: readonly string[]
  readings: readonly ReadingOf[]
  /** What a reading is: the heading of the table's first column. */
  unit: string
  legend?: ReactNode
  className?: string
  children: (place: Place) => ReactNode
}

const HEIGHT = 224
const TOP = 12
const BELOW = 24
const RIGHT = 12
const A_LETTER = 7
const X_ROOM = 64

/** A chart as plain SVG: axes, what its children draw, a reading under the pointer or the arrow keys, and all of it as a table. */
export function Chart(props: ChartProps) {
  const { label, summary, xs, readings, unit, legend, className } = props
  const [place, width] = useWidth<HTMLDivElement>()
  const [active, setActive] = useState<number | null>(null)
  const id = useId()
  const left = 12 + A_LETTER * Math.max(2, ...props.yTexts.map((text) => text.length))
  const x = useMemo(() => linear(props.domain, [left, (width ?? left) - RIGHT]), [props.domain, left, width])
  const shown = active !== null && active < xs.length ? active : null

  function look(event: PointerEvent<HTMLDivElement>) {
    const from = event.currentTarget.getBoundingClientRect().left
    setActive(nearest(xs.map(x), event.clientX - from))
  }

  return (
    <figure aria-label={label} className={cn("grid min-w-0 gap-2", className)}>
      {legend}
      {/* What the pointer reads here, the arrow keys read at the slider. */}
      <div
        ref={place}
        className="relative h-56 min-w-0 touch-pan-y"
        onPointerMove={look}
        onPointerDown={look}
        onPointerLeave={({ pointerType }) => (pointerType === "mouse" ? setActive(null) : undefined)}
      >
        {width === null || xs.length === 0 ? null : (
          <>
            <svg
              role="img"
              aria-label={`${label}. ${summary}`}
              width={width}
              height={HEIGHT}
              className="block"
            >
              <Hatch id={`${id}plain`} />
              <Hatch id={`${id}up`} className="stroke-series-1" />
              <Hatch id={`${id}down`} className="stroke-series-2" />
              <Drawing {...props} {...{ x, left, width, active: shown }} hatch={hatchesOf(id)} />
            </svg>
            <input
              type="range"
              aria-label={t("Read {label} step by step", { label })}
              aria-valuetext={readOut(readings[shown ?? xs.length - 1])}
              min={0}
              max={xs.length - 1}
              value={shown ?? xs.length - 1}
              onChange={(event) => setActive(Number(event.target.value))}
              onFocus={() => setActive(shown ?? xs.length - 1)}
              onBlur={() => setActive(null)}
              className="pointer-events-none absolute inset-0 size-full appearance-none rounded-inner bg-transparent [&::-moz-range-thumb]:opacity-0 [&::-webkit-slider-thumb]:opacity-0"
            />
            {shown === null ? null : (
              <ReadingBox reading={readings[shown]} at={x(xs[shown] ?? 0)} within={width} />
            )}
          </>
        )}
      </div>
      <AsTable label={label} unit={unit} readings={readings} />
    </figure>
  )
}

const hatchesOf = (id: string): Hatches => ({
  plain: `url(#${id}plain)`,
  up: `url(#${id}up)`,
  down: `url(#${id}down)`,
})

type DrawingProps = ChartProps & Pick<Place, "x" | "left" | "active" | "hatch"> & { width: number }

function Drawing({ x, left, width, active, hatch, ...props }: DrawingProps) {
  const { xs, domain, yTicks, yTexts, children } = props
  const [top, bottom, right] = [TOP, HEIGHT - BELOW, width - RIGHT]
  const y = linear([yTicks[0] ?? 0, yTicks.at(-1) ?? 1], [bottom, top])
  const step = (right - left) / (domain[1] - domain[0] || 1)
  const at = active === null ? null : x(xs[active] ?? 0)
  return (
    <>
      <YAxis ticks={yTicks} texts={yTexts} y={y} left={left} right={right} />
      {children({ x, y, step, left, right, top, bottom, hatch, active })}
      {at === null ? null : <path d={`M${at} ${top}V${bottom}`} className="stroke-muted" />}
      <XAxis ticks={thin(props.xTicks, x, X_ROOM)} x={x} bottom={bottom} right={right} />
    </>
  )
}
