import { type ReactNode, useCallback, useState } from "react"
import { type UseFormReturn, useWatch } from "react-hook-form"
import type { MediaAsset } from "@/lib/api/types"
import type { SlideshowValues } from "@/lib/slideshow"
import type { ComposeValues } from "./values"

export type Clip = { url: string | null; asset: MediaAsset | null }

type RenderPhotos = (slot: {
  photoIds: readonly string[]
  coverId: string | null
  error: string | undefined
  onChange: (photoIds: string[], coverId: string | null) => void
}) => ReactNode

type RenderSlideshow = (slot: {
  value: SlideshowValues
  error: string | undefined
  onChange: (next: SlideshowValues) => void
}) => ReactNode

type RenderMedia = (slot: {
  mediaId: string | null
  error: string | undefined
  onChange: (mediaId: string | null) => void
  onClip: (clip: Clip) => void
}) => ReactNode

type RenderDoctor = (slot: {
  mediaId: string | null
  accountIds: string[]
  override: boolean
  onOverride: (override: boolean) => void
  onChange: (mediaId: string | null) => void
}) => ReactNode

/** What the page brings: media belong to another feature. */
export type MediaSlots = {
  renderMedia: RenderMedia
  renderPhotos: RenderPhotos
  renderSlideshow: RenderSlideshow
  /** Says what TikTok will refuse about the media on these accounts, and mends it. */
  renderDoctor: RenderDoctor
}

/** Keep what can be played; told the same again, nothing is drawn anew. */
export function useClip() {
  const [clip, setClip] = useState<Clip>({ url: null, asset: null })
  const note = useCallback(
    (next: Clip) =>
      setClip((before) => (before.url === next.url && before.asset === next.asset ? before : next)),
    [],
  )
  return [clip, note] as const
}

type MediaProps = {
  form: UseFormReturn<ComposeValues>
  isReady: boolean
  slots: MediaSlots
  onClip: (clip: Clip) => void
}

/** The one video, with what TikTok would say to it; or the photos, as they are or made into a video. */
export function Media({ form, isReady, slots, onClip }: MediaProps) {
  const [mediaId, publications, kind, photoIds, coverId, override, slideshow] = useWatch({
    control: form.control,
    name: ["media_id", "publications", "kind", "photo_ids", "cover_id", "override_media", "slideshow"],
  })
  const choose = useCallback(
    (id: string | null) => {
      // The moment was chosen in another clip.
      if (id !== form.getValues("media_id")) form.setValue("cover_ms", 0)
      form.setValue("media_id", id, { shouldDirty: true, shouldValidate: id !== null })
    },
    [form],
  )
  const choosePhotos = useCallback(
    (ids: string[], cover: string | null) => {
      form.clearErrors("photo_ids")
      form.setValue("photo_ids", ids, { shouldDirty: true })
      form.setValue("cover_id", cover, { shouldDirty: true })
    },
    [form],
  )
  const changeSlideshow = useCallback(
    (next: SlideshowValues) => {
      form.clearErrors(["slideshow", "cover_ms"])
      const { slideshow: before, cover_ms } = form.getValues()
      // Of the first picture there is nothing to follow; the rest is fetched with the choice of another.
      if (cover_ms) {
        void import("../cover").then(({ followCover }) =>
          form.setValue("cover_ms", followCover(cover_ms, before.slides, next.slides)),
        )
      }
      form.setValue("slideshow", next, { shouldDirty: true })
    },
    [form],
  )
  const onOverride = useCallback(
    (next: boolean) => {
      form.setValue("override_media", next)
      form.clearErrors(["media_id", "publications"])
    },
    [form],
  )
  const { errors } = form.formState
  if (kind === "photo") {
    const error = errors.photo_ids?.root?.message
    return slots.renderPhotos({ photoIds, coverId, error, onChange: choosePhotos })
  }
  if (kind === "slideshow") {
    const error = errors.slideshow?.root?.message
    return slots.renderSlideshow({ value: slideshow, error, onChange: changeSlideshow })
  }
  const checkedId = isReady ? mediaId : null
  return (
    <>
      {slots.renderMedia({ mediaId, error: errors.media_id?.message, onChange: choose, onClip })}
      {checkedId || override
        ? slots.renderDoctor({
            mediaId: checkedId,
            accountIds: publications.map((target) => target.account_id),
            override: override ?? false,
            onOverride,
            onChange: choose,
          })
        : null}
    </>
  )
}
