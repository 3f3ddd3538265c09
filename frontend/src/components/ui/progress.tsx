import { cn } from "@/lib/cn"

/** A bar that moves with real progress only. */
export function Progress({
  value,
  max,
  label,
  className,
}: {
  value: number
  max: number
  label: string
  className?: string
}) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={max}
      className={cn(
        "h-1 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-bronze [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-bronze",
        className,
      )}
    />
  )
}
