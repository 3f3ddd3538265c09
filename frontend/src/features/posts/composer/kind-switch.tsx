import { m, t } from "@/lib/i18n"
import type { ComposeValues } from "./values"

const kinds = [
  { kind: "video", label: m("Video") },
  { kind: "photo", label: m("Photos") },
  { kind: "slideshow", label: m("Slideshow") },
] as const

type Kind = ComposeValues["kind"]

/** A post is a video, photos, or photos made into a video; what was chosen of the others is kept. */
export function KindSwitch({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) {
  return (
    <fieldset className="flex gap-5">
      <legend className="sr-only">{t("What this post is")}</legend>
      {kinds.map((one) => (
        <label key={one.kind} className="flex min-h-7 items-center gap-2">
          <input
            type="radio"
            name="kind"
            className="size-4 accent-accent"
            checked={kind === one.kind}
            onChange={() => onChange(one.kind)}
          />
          {t(one.label)}
        </label>
      ))}
    </fieldset>
  )
}
