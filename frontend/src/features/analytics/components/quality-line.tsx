import type { Quality } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { QUALITY_HINT, qualityWords } from "../words"

/** How good the figures of a page are, in one line. */
export function QualityLine({ quality }: { quality: Quality }) {
  return (
    <p title={t(QUALITY_HINT)} className="text-13 text-muted">
      {qualityWords(quality)}.
    </p>
  )
}
