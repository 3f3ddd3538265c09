"use client"

import dynamic from "next/dynamic"
import { useCallback, useState } from "react"
import { useWatch } from "react-hook-form"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { Post } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import type { BlockAccount, RenderGate } from "./account-block"
import { CaptionField } from "./caption-field"
import { Declaration } from "./declaration"
import { KindSwitch } from "./kind-switch"
import { type Clip, Media, type MediaSlots } from "./media"
import { Preview } from "./preview"
import { Restored } from "./restored"
import { Steps } from "./steps"
import { SubmitButton } from "./submit-button"
import { TimingField } from "./timing-field"
import { useComposeForm } from "./use-compose-form"
import type { ComposeValues } from "./values"
import { type RenderPicker, Where } from "./where"

// What keeps a post to its time comes with the first chosen account, as the options do.
const PaceField = dynamic(() => import("./pace-field").then((module) => module.PaceField), { ssr: false })
// Only who posts photos needs these.
const TitleField = dynamic(() => import("./title-field").then((module) => module.TitleField))
const PhotoPreview = dynamic(() => import("./photo-preview").then((module) => module.PhotoPreview))

export type ComposerProps = MediaSlots & {
  zone: string
  /** The post to change; null for a new one. */
  post: Post | null
  /** Who the chosen accounts are, by id. */
  identify: (accountId: string) => BlockAccount
  renderPicker: RenderPicker
  renderGate: RenderGate
  onSaved: (post: Post) => void
}

const column = "grid min-w-0 content-start gap-5"

/** What, where, and a preview: beside each other, or three steps on a phone. */
export function Composer({
  zone,
  post,
  identify,
  renderMedia,
  renderPhotos,
  renderDoctor,
  renderPicker,
  renderGate,
  onSaved,
}: ComposerProps) {
  const { form, send, saving, noteCreator, noteDuration, ...kept } = useComposeForm({ zone, post, onSaved })
  const [clip, setClip] = useState<Clip>({ url: null, asset: null })
  const [step, setStep] = useState(0)
  const [caption, publications, kind, title, photoIds, coverId] = useWatch({
    control: form.control,
    name: ["caption", "publications", "kind", "title", "photo_ids", "cover_id"],
  })
  const isPhoto = kind === "photo"
  const shown = (index: number) => cn(column, step !== index && "hidden tablet:grid")

  const noteClip = useCallback(
    (next: Clip) => {
      setClip(next)
      noteDuration(next.asset?.duration_ms ?? null)
    },
    [noteDuration],
  )

  return (
    <form noValidate onSubmit={form.handleSubmit(send, (errors) => setStep(stepOf(errors)))}>
      {kept.wasRestored ? <Restored onStartAfresh={kept.startAfresh} /> : null}
      <Steps current={step} onGo={setStep} />
      <div className="grid gap-8 tablet:grid-cols-2 wide:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_280px]">
        <div className={shown(0)}>
          <KindSwitch kind={kind} onChange={(next) => form.setValue("kind", next, { shouldDirty: true })} />
          <Media
            form={form}
            isReady={clip.asset?.status === "ready"}
            slots={{ renderMedia, renderPhotos, renderDoctor }}
            onClip={noteClip}
          />
          {isPhoto ? <TitleField form={form} /> : null}
          <CaptionField form={form} />
        </div>
        <div className={shown(1)}>
          <Where
            form={form}
            identify={identify}
            durationMs={clip.asset?.duration_ms ?? null}
            zone={zone}
            renderPicker={renderPicker}
            renderGate={renderGate}
            onCreator={noteCreator}
          />
        </div>
        <div
          className={cn(shown(2), "tablet:col-span-2 wide:col-span-1 wide:sticky wide:top-8 wide:self-start")}
        >
          <Preview
            caption={isPhoto && title ? `${title}\n${caption}` : caption}
            clipUrl={clip.url}
            picture={isPhoto ? <PhotoPreview photoIds={photoIds} coverId={coverId} /> : undefined}
            accounts={publications.map((target) => identify(target.account_id))}
          />
          <TimingField form={form} zone={zone} />
          {publications.length > 0 ? (
            <PaceField form={form} zone={zone} postId={post?.id ?? null} identify={identify} />
          ) : null}
          <div className="grid gap-2">
            {form.formState.errors.root ? (
              <Notice kind="failed">{form.formState.errors.root.message}</Notice>
            ) : null}
            <Declaration targets={publications} />
            <SubmitButton form={form} zone={zone} saving={saving} />
          </div>
        </div>
      </div>
      <NextStep step={step} onGo={setStep} />
    </form>
  )
}

/** On a phone, show the step that holds the first thing to mend. */
function stepOf(errors: Partial<Record<keyof ComposeValues, unknown>>): number {
  if (errors.caption || errors.media_id || errors.photo_ids || errors.title) return 0
  return errors.publications ? 1 : 2
}

function NextStep({ step, onGo }: { step: number; onGo: (step: number) => void }) {
  if (step === 2) return null
  return (
    <Button size="wide" className="mt-6 tablet:hidden" onClick={() => onGo(step + 1)}>
      Next
    </Button>
  )
}
