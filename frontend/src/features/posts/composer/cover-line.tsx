"use client"

import dynamic from "next/dynamic"
import { useState } from "react"
import { type UseFormReturn, useWatch } from "react-hook-form"
import { Button } from "@/components/ui/button"
import { FieldError, Select } from "@/components/ui/field"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"
import { middlesOf, momentWords, slideAt } from "../cover"
import { type ComposeValues, isInboxDraft } from "./values"

// Fetched when somebody wants another cover than the first frame.
const CoverPicker = dynamic(() => import("./cover-picker").then((module) => module.CoverPicker), {
  ssr: false,
})

type CoverLineProps = {
  form: UseFormReturn<ComposeValues>
  /** The clip, once it can be played and its length is known; null for a slideshow. */
  clip: { url: string; durationMs: number } | null
}

/** Which picture of the video stands for it on a profile. */
export function CoverLine({ form, clip }: CoverLineProps) {
  const [isOpen, setOpen] = useState(false)
  const [ms, slideshow, publications] = useWatch({
    control: form.control,
    name: ["cover_ms", "slideshow", "publications"],
  })
  const change = (next: number) => {
    form.clearErrors("cover_ms")
    form.setValue("cover_ms", next, { shouldDirty: true })
  }
  const words = ms
    ? t("<name>Cover:</name> the picture at {moment}", { moment: momentWords(ms) })
    : t("<name>Cover:</name> the first picture")
  return (
    <section aria-label={t("Cover")} className="grid gap-2">
      <div className="flex items-center justify-between gap-3">
        <p className="text-13">
          {rich(words, { name: (text) => <span className="font-strong">{text}</span> })}
        </p>
        {clip ? (
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t("Done") : t("Choose the cover")}
          </Button>
        ) : null}
      </div>
      {clip ? null : (
        <Select
          aria-label={t("Picture for the cover")}
          value={ms ? slideAt(slideshow.slides, ms) : 0}
          onChange={({ target }) => {
            const index = Number(target.value)
            change(index ? (middlesOf(slideshow.slides)[index] ?? 0) : 0)
          }}
        >
          {slideshow.slides.map(({ media_id }, index) => (
            <option key={media_id} value={index}>
              {t("Picture {number}", { number: index + 1 })}
            </option>
          ))}
        </Select>
      )}
      {clip && isOpen ? <CoverPicker {...clip} ms={ms} onChange={change} /> : null}
      {ms > 0 && publications.some(isInboxDraft) ? (
        <p className="text-12 text-muted">
          {t("Of a draft in the TikTok inbox, the cover is chosen in the app.")}
        </p>
      ) : null}
      <FieldError>{form.formState.errors.cover_ms?.message}</FieldError>
    </section>
  )
}
