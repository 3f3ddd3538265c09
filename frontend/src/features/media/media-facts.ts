import type { MediaAsset } from "@/lib/api/types"
import { clock } from "@/lib/dates"
import { fileSize } from "@/lib/figures"

/** What a file is, in one line: length, size in pixels, weight. */
export function mediaFacts(asset: MediaAsset): string {
  const { duration_ms, width, height, size_bytes } = asset
  const length = duration_ms ? clock(duration_ms) : null
  const pixels = width && height ? `${width} × ${height}` : null
  return [length, pixels, fileSize(size_bytes)].filter(Boolean).join(" · ")
}
