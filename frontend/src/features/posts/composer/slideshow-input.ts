import type { SlideshowInput } from "@/lib/api/types"
import { type ComposeValues, toPostInput } from "./values"

/** Turn the form into what the API takes for a slideshow; the photos stand in the order in which they are seen. */
export function toSlideshowInput(values: ComposeValues, zone: string): SlideshowInput {
  const { caption, cover_ms, timing, publications, consent } = toPostInput(values, zone)
  const { slides, transition_ms, ...look } = values.slideshow
  return {
    caption: caption ?? "",
    cover_ms: cover_ms ?? 0,
    timing,
    publications: publications ?? [],
    consent: consent ?? false,
    ...look,
    // Emptied, and then a cut was chosen: nothing depends on it.
    ...(Number.isFinite(transition_ms) ? { transition_ms } : {}),
    images: slides.map((slide, order) => ({ ...slide, order })),
  }
}
