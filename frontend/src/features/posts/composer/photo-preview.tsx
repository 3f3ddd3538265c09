"use client"

import { ChevronLeft, ChevronRight } from "lucide-react"
import { useState } from "react"
import { mediaUrl } from "@/lib/api-client"
import { t } from "@/lib/i18n"

const AGAIN_MS = 1_500

type PhotoPreviewProps = { photoIds: readonly string[]; coverId: string | null }

/** The carousel as it will stand on a phone; it opens with the cover. */
export function PhotoPreview({ photoIds, coverId }: PhotoPreviewProps) {
  const [turned, setTurned] = useState<number | null>(null)
  const [tries, setTries] = useState(0)
  const cover = Math.max(photoIds.indexOf(coverId ?? ""), 0)
  const shown = Math.min(turned ?? cover, photoIds.length - 1)
  const id = photoIds[shown]
  if (!id) return <span className="px-6 text-center text-12">{t("The photos appear here")}</span>
  const arrow = "absolute top-1/2 grid size-8 -translate-y-1/2 place-items-center rounded-full bg-screen/70"
  return (
    <>
      {/* biome-ignore lint/performance/noImgElement: a picture from our own route. */}
      <img
        // A picture that has just arrived is still being made ready: ask again.
        key={`${id}:${tries}`}
        src={mediaUrl(`/api/v1/media/${id}/thumbnail?try=${tries}`)}
        onError={() => setTimeout(() => setTries((count) => count + 1), AGAIN_MS)}
        alt={t("Number {number} of {count}", { number: shown + 1, count: photoIds.length })}
        className="absolute inset-0 size-full object-contain"
      />
      {shown > 0 ? (
        <button
          type="button"
          aria-label={t("Back")}
          className={`${arrow} left-1`}
          onClick={() => setTurned(shown - 1)}
        >
          <ChevronLeft aria-hidden className="size-5" />
        </button>
      ) : null}
      {shown < photoIds.length - 1 ? (
        <button
          type="button"
          aria-label={t("Next photo")}
          className={`${arrow} right-1`}
          onClick={() => setTurned(shown + 1)}
        >
          <ChevronRight aria-hidden className="size-5" />
        </button>
      ) : null}
      <span className="tabular absolute bottom-2 rounded-full bg-screen/70 px-2 text-12">
        {shown + 1} / {photoIds.length}
      </span>
    </>
  )
}
