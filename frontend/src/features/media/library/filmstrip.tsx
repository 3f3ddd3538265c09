import type { MediaAsset } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import { cn } from "@/lib/cn"

type Strip = NonNullable<MediaAsset["filmstrip"]>

/** One frame of a filmstrip, over whatever stands behind it; the whole strip is one picture, fetched once. */
export function Frame({ strip, frame, fit }: { strip: Strip; frame: number; fit: "cover" | "contain" }) {
  const isWide = strip.width / strip.height > 16 / 9
  const fillsWidth = fit === "cover" ? !isWide : isWide
  return (
    <span
      aria-hidden
      className={cn(
        "absolute bg-no-repeat",
        fillsWidth ? "inset-x-0 top-1/2 -translate-y-1/2" : "inset-y-0 left-1/2 -translate-x-1/2",
      )}
      style={{
        aspectRatio: `${strip.width} / ${strip.height}`,
        backgroundImage: `url(${mediaUrl(strip.url)})`,
        backgroundSize: `${strip.frames * 100}% 100%`,
        backgroundPosition: `${(frame / Math.max(strip.frames - 1, 1)) * 100}% 0`,
      }}
    />
  )
}
