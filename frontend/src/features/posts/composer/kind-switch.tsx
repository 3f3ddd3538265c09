import type { ComposeValues } from "./values"

const kinds = [
  { kind: "video", label: "Video" },
  { kind: "photo", label: "Photos" },
  { kind: "slideshow", label: "Slideshow" },
] as const

type Kind = ComposeValues["kind"]

/** A post is a video, photos, or photos made into a video; what was chosen of the others is kept. */
export function KindSwitch({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) {
  return (
    <fieldset className="flex gap-5">
      <legend className="sr-only">What this post is</legend>
      {kinds.map((one) => (
        <label key={one.kind} className="flex min-h-7 items-center gap-2">
          <input
            type="radio"
            name="kind"
            className="size-4 accent-accent"
            checked={kind === one.kind}
            onChange={() => onChange(one.kind)}
          />
          {one.label}
        </label>
      ))}
    </fieldset>
  )
}
