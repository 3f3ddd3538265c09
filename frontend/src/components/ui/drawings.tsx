import type { ReactNode } from "react"

/** Small line drawings for empty lists. They say nothing that the sentence beside them does not. */
function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 96 72"
      className="h-18 w-24 fill-none stroke-muted stroke-[1.25]"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  )
}

/** Two bells on one beam. */
export function BellsDrawing() {
  return (
    <Drawing>
      <path d="M12 12h72M34 12v6M64 12v6" />
      <path d="M22 46c5-4 4-12 5-18 1-6 4-10 7-10s6 4 7 10c1 6 0 14 5 18z" />
      <path d="M31 46c0 5 6 5 6 0" />
      <path className="stroke-accent" d="M54 40c4-3 3-9 4-13 1-5 3-9 6-9s5 4 6 9c1 4 0 10 4 13z" />
      <path className="stroke-accent" d="M61 40c0 4 6 4 6 0" />
      <path d="M8 60h80" />
    </Drawing>
  )
}

/** A strip of film with one frame to come. */
export function FilmDrawing() {
  return (
    <Drawing>
      <rect x="10" y="18" width="76" height="36" rx="4" />
      <path d="M36 18v36M62 18v36M16 24h4M16 48h4M26 24h4M26 48h4M68 24h4M68 48h4M78 24h4M78 48h4" />
      <path className="stroke-accent" d="M45 30l10 6-10 6z" />
    </Drawing>
  )
}

/** A rope that is not yet tied to a bell. */
export function RopeDrawing() {
  return (
    <Drawing>
      <circle cx="24" cy="30" r="12" />
      <circle className="stroke-accent" cx="72" cy="30" r="12" strokeDasharray="3 4" />
      <path d="M36 30c6 0 6 8 12 8s6-8 12-8" />
      <path d="M24 42v14M72 42v14M12 60h72" />
    </Drawing>
  )
}
