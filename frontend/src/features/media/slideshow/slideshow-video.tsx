"use client"

import { useQueries, useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { Progress } from "@/components/ui/progress"
import { mediaQueries } from "@/features/media/api/media-queries"
import { sentenceOf } from "@/lib/api/api-error"
import type { SlideshowStatus } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import { t } from "@/lib/i18n"
import type { SlideshowValues } from "@/lib/slideshow"
import { isBeingMade, slideshowQueries, useCancelSlideshow, useRetrySlideshow } from "./slideshow-queries"
import { secondsOf } from "./words"

const SlideshowPreview = dynamic(
  () => import("./preview/slideshow-preview").then((module) => module.SlideshowPreview),
  { ssr: false },
)

export type SlideshowVideoProps = {
  postId: string | null
  value: SlideshowValues
  /** Save the slideshow and have its video made; absent where saving now would take back what is scheduled. */
  onMake: ((onDone: () => void) => void) | undefined
  isSaving: boolean
  /** Tells what can be played in the preview. */
  onClip: (url: string | null) => void
}

/** In the composer: make the video now, see how far it is, and whether it is still what the photos say. */
export function SlideshowVideo({ postId, value, onMake, isSaving, onClip }: SlideshowVideoProps) {
  const status = useQuery({ ...slideshowQueries.status(postId ?? ""), enabled: postId !== null }).data
  const said = JSON.stringify(value)
  const [madeOf, setMadeOf] = useState(postId ? said : null)
  const isCurrent = madeOf === said
  const assets = useQueries({ queries: value.slides.map((slide) => mediaQueries.detail(slide.media_id)) })
  const isChecking = assets.some(({ data }) => data?.status === "checking")
  const url = isCurrent && status?.video ? mediaUrl(status.video.file_url) : null
  useEffect(() => onClip(url), [url, onClip])

  const make = onMake && (() => onMake(() => setMadeOf(said)))
  if (postId && status && isCurrent) {
    return (
      <div className="grid gap-3">
        <Making postId={postId} status={status} />
        {/* On a phone the preview is two steps further. */}
        <div className="tablet:hidden">
          <MadeVideo status={status} />
        </div>
      </div>
    )
  }
  return (
    <div className="grid justify-items-start gap-1.5">
      <PhonePreview value={value} />
      {make ? (
        <Button disabled={isSaving || isChecking || value.slides.length < 2} onClick={make}>
          {isSaving
            ? t("Saving…")
            : isChecking
              ? t("Looking at the photos…")
              : madeOf
                ? t("Make the video anew")
                : t("Make the video")}
        </Button>
      ) : null}
      <p className="text-12 text-muted">
        {make
          ? t(
              "Saves a draft and makes the video on this server, most in a second or two. It is made in any case before the post goes out.",
            )
          : t("The video is made anew when you save.")}
      </p>
    </div>
  )
}

/** On a phone the preview is two steps further: here it can be opened beside what it shows. */
function PhonePreview({ value }: { value: SlideshowValues }) {
  const [isOpen, setOpen] = useState(false)
  if (value.slides.length === 0) return null
  return (
    <div className="grid w-full justify-items-start gap-2 tablet:hidden">
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t("Hide the preview") : t("Show the preview")}
      </Button>
      {isOpen ? (
        <div className="relative grid aspect-[9/16] w-50 place-items-center justify-self-center overflow-hidden rounded-phone border border-line bg-screen text-on-screen">
          <SlideshowPreview value={value} />
        </div>
      ) : null}
    </div>
  )
}

/** What was made, to be played; nothing before. */
export function MadeVideo({ status }: { status: SlideshowStatus }) {
  const video = status.status === "ready" ? status.video : null
  if (!video) return null
  return (
    // biome-ignore lint/a11y/useMediaCaption: it is made of the person's own photos; TikTok makes its captions itself.
    <video
      src={mediaUrl(video.file_url)}
      poster={video.thumbnail_url ? mediaUrl(video.thumbnail_url) : undefined}
      controls
      playsInline
      preload="none"
      className="max-h-[60dvh] w-full rounded-outer border border-line bg-screen"
    />
  )
}

/** How far a video is: with a button to call it off, to make it again, or what came of it. */
export function Making({ postId, status }: { postId: string; status: SlideshowStatus }) {
  const cancel = useCancelSlideshow(postId)
  const retry = useRetrySlideshow(postId)
  if (isBeingMade(status)) {
    return (
      <div className="grid gap-1">
        <div className="flex items-center justify-between gap-2">
          <span className="tabular text-13 text-bronze" role="status">
            {status.status === "pending"
              ? t("Waiting for a free worker…")
              : t("Making the video, {progress} %", { progress: status.progress })}
          </span>
          <Button kind="quiet" size="small" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
            {t("Cancel")}
          </Button>
        </div>
        <Progress value={status.progress} max={100} label={t("The slideshow's video")} />
      </div>
    )
  }
  if (status.status === "failed") {
    return (
      <Notice
        kind={status.error?.code === "cancelled" ? "info" : "failed"}
        action={
          <Button size="small" disabled={retry.isPending} onClick={() => retry.mutate()}>
            {t("Make it again")}
          </Button>
        }
      >
        {retry.isError ? sentenceOf(retry.error) : status.error?.message}
      </Notice>
    )
  }
  return (
    <p role="status" className="text-13 text-muted">
      {t("The video is ready: {length} of {count} photos.", {
        length: secondsOf(status.estimated_duration_ms),
        count: status.image_count,
      })}
    </p>
  )
}
