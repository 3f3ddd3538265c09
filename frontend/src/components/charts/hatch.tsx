/** Slanted lines: this was not counted but spread over a longer time. Filled in with `url(#id)`. */
export function Hatch({ id, className = "stroke-muted" }: { id: string; className?: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M1 0V5" className={className} strokeWidth="1.5" />
      </pattern>
    </defs>
  )
}
