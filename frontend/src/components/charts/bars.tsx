import { cn } from "@/lib/cn"
import type { Place } from "./chart"

export type Bar = { at: number; up: number; down: number; isHatched: boolean }

type BarsProps = { place: Place; bars: readonly Bar[] }

const LEAST = 1.5

/** What was gained stands up from zero, what was lost hangs down; hatched where it was spread and not counted. */
export function Bars({ place: { x, y, step, hatch }, bars }: BarsProps) {
  const gap = step > 8 ? 2 : step > 3 ? 1 : 0
  const width = Math.max(1, Math.min(32, step - gap))
  return bars.map(({ at, up, down, isHatched }) => {
    const left = x(at) - width / 2
    const zero = y(0)
    const height = Math.max(zero - y(up), up > 0 || down === 0 ? LEAST : 0)
    const below = Math.max(y(-down) - zero, down > 0 ? LEAST : 0)
    const shared = { x: left, width, strokeWidth: isHatched ? 1 : 0 }
    return (
      <g key={at}>
        {height > 0 ? (
          <rect
            {...shared}
            data-mark={isHatched ? "gained-hatched" : "gained"}
            y={zero - height}
            height={height}
            fill={isHatched ? hatch.up : undefined}
            className={cn("stroke-series-1", !isHatched && "fill-series-1")}
          />
        ) : null}
        {below > 0 ? (
          <rect
            {...shared}
            data-mark={isHatched ? "lost-hatched" : "lost"}
            y={zero}
            height={below}
            fill={isHatched ? hatch.down : undefined}
            className={cn("stroke-series-2", !isHatched && "fill-series-2")}
          />
        ) : null}
      </g>
    )
  })
}
