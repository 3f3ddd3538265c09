"use client"

import dynamic from "next/dynamic"
import { type ReactNode, useEffect, useState } from "react"
import { useWatch } from "react-hook-form"
import { Skeleton } from "@/components/ui/skeleton"
import { Waking, WakingPart } from "@/components/ui/waking"
import { whenLoaded } from "@/components/ui/when-loaded"
import type { Post } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { lengthOf, type SlideshowValues } from "@/lib/slideshow"
import type { BlockAccount, RenderGate } from "./account-block"
import { CaptionField } from "./caption-field"
import { KindSwitch } from "./kind-switch"
import { Media, type MediaSlots, useClip } from "./media"
import { Preview } from "./preview"
import { NextStep, Steps } from "./steps"
import { Submit } from "./submit"
import { TimingField } from "./timing-field"
import { type Start, useComposeForm } from "./use-compose-form"
import type { ComposeValues } from "./values"
import { type RenderPicker, Where } from "./where"

// What keeps a post to its time comes with the first chosen account, as the options do.
const PaceField = dynamic(() => import("./pace-field").then((module) => module.PaceField), { ssr: false })
// Only who comes back to what was typed sees this.
const Restored = dynamic(() => import("./restored").then((module) => module.Restored), { ssr: false })
// It comes with the clip whose cover it is.
const CoverLine = dynamic(() => import("./cover-line").then((module) => module.CoverLine), { ssr: false })
// Only who posts photos needs these.
const TitleField = whenLoaded(
  dynamic(() => import("./title-field").then((module) => module.TitleField)),
  () => <Skeleton className="h-15 w-full" />,
)
const PhotoPreview = whenLoaded(
  dynamic(() => import("./photo-preview").then((module) => module.PhotoPreview)),
)

export type ComposerProps = MediaSlots & {
  zone: string
  /** The post to change; null for a new one. */
  post: Post | null
  /** Where a new one begins. */
  start?: Start
  /** When it is begun, in milliseconds. */
  now: number
  cameWithPage: boolean
  /** Who the chosen accounts are, by id. */
  identify: (accountId: string) => BlockAccount
  renderPicker: RenderPicker
  renderGate: RenderGate
  /** A slideshow's video: how far it is, and made at a click; `changed`: the form is no longer what it was made of. */
  renderVideo: (slot: {
    postId: string | null
    value: SlideshowValues
    /** Absent where making it would take back what is scheduled. */
    onMake: ((onDone: () => void) => void) | undefined
    isSaving: boolean
    onClip: (url: string | null) => void
  }) => ReactNode
  /** A slideshow as its video will be. */
  renderSlides: (value: SlideshowValues) => ReactNode
  onSaved: (post: Post) => void
  onKept: (post: Post) => void
}

const column = "grid min-w-0 content-start gap-5"

/** What, where, and a preview: beside each other, or three steps on a phone. */
export function Composer({
  zone,
  post,
  start,
  now,
  cameWithPage,
  identify,
  renderMedia,
  renderPhotos,
  renderSlideshow,
  renderDoctor,
  renderVideo,
  renderSlides,
  renderPicker,
  renderGate,
  onSaved,
  onKept,
}: ComposerProps) {
  const options = { zone, post, start, now, cameWithPage, onSaved, onKept }
  const { form, send, saving, noteCreator, noteDuration, ...kept } = useComposeForm(options)
  const [clip, noteClip] = useClip()
  const [madeUrl, setMadeUrl] = useState<string | null>(null)
  const [step, setStep] = useState(0)
  const [caption, publications, kind, title, photoIds, coverId, slideshow, coverMs] = useWatch({
    control: form.control,
    name: ["caption", "publications", "kind", "title", "photo_ids", "cover_id", "slideshow", "cover_ms"],
  })
  const isPhoto = kind === "photo"
  const isSlideshow = kind === "slideshow"
  const coverClip =
    kind === "video" && clip.url && clip.asset?.status === "ready" && clip.asset.duration_ms
      ? { url: clip.url, durationMs: clip.asset.duration_ms }
      : null
  const durationMs = isSlideshow ? lengthOf(slideshow) : (clip.asset?.duration_ms ?? null)
  useEffect(() => noteDuration(durationMs), [noteDuration, durationMs])
  const shown = (index: number) => cn(column, step !== index && "hidden tablet:grid")

  return (
    <form noValidate onSubmit={form.handleSubmit(send, (errors) => setStep(stepOf(errors)))}>
      <Waking parts={2} onAwake={kept.restore}>
        {kept.wasRestored ? <Restored onStartAfresh={kept.startAfresh} /> : null}
        <Steps current={step} onGo={setStep} />
        <div className="grid gap-8 tablet:grid-cols-2 wide:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_280px]">
          <div className={shown(0)}>
            <KindSwitch
              kind={kind}
              onChange={(next) => {
                form.setValue("kind", next, { shouldDirty: true })
                form.setValue("cover_ms", 0) // the moment was chosen in another video
              }}
            />
            <Media
              form={form}
              isReady={clip.asset?.status === "ready"}
              slots={{ renderMedia, renderPhotos, renderSlideshow, renderDoctor }}
              onClip={noteClip}
            />
            {isSlideshow
              ? renderVideo({
                  postId: kept.postId,
                  value: slideshow,
                  onMake: post && post.timing_mode !== "draft" ? undefined : kept.keepAsDraft,
                  isSaving: kept.keeping,
                  onClip: setMadeUrl,
                })
              : null}
            {coverClip || (isSlideshow && slideshow.slides.length > 1) ? (
              <CoverLine form={form} clip={coverClip} />
            ) : null}
            {isPhoto ? <TitleField form={form} /> : null}
            <CaptionField form={form} />
          </div>
          <div className={shown(1)}>
            <WakingPart>
              <Where
                form={form}
                identify={identify}
                durationMs={durationMs}
                zone={zone}
                renderPicker={renderPicker}
                renderGate={renderGate}
                onCreator={noteCreator}
              />
            </WakingPart>
          </div>
          <div
            className={cn(
              shown(2),
              "tablet:col-span-2 wide:col-span-1 wide:sticky wide:top-8 wide:self-start",
            )}
          >
            <WakingPart>
              <Preview
                title={isPhoto ? title : ""}
                caption={caption}
                coverMs={coverMs}
                clipUrl={isSlideshow ? madeUrl : clip.url}
                picture={
                  isPhoto ? (
                    <PhotoPreview photoIds={photoIds} coverId={coverId} />
                  ) : isSlideshow && !madeUrl ? (
                    renderSlides(slideshow)
                  ) : undefined
                }
                accounts={publications.map(({ account_id, own_caption }) => ({
                  ...identify(account_id),
                  own_caption,
                }))}
              />
              <TimingField form={form} zone={zone} />
              {publications.length > 0 ? (
                <PaceField form={form} zone={zone} postId={kept.postId} identify={identify} />
              ) : null}
              <Submit form={form} zone={zone} saving={saving} />
            </WakingPart>
          </div>
        </div>
        <NextStep step={step} onGo={setStep} />
      </Waking>
    </form>
  )
}

/** On a phone, show the step that holds the first thing to mend. */
function stepOf(errors: Partial<Record<keyof ComposeValues, unknown>>): number {
  const first = ["caption", "media_id", "photo_ids", "slideshow", "title", "cover_ms"] as const
  if (first.some((name) => errors[name])) return 0
  return errors.publications ? 1 : 2
}
