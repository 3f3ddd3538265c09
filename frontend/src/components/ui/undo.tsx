"use client"

import { useState } from "react"
import { ApiError, sentenceOf } from "@/lib/api/api-error"
import { t } from "@/lib/i18n"
import { Button } from "./button"
import { say } from "./toaster"

/** For so long the server takes back what was done (core/undo.py). */
const UNDO_MS = 10 * 60_000

let closeLast = () => {}

/**
 * Say what just happened, with a button that takes it back. It stays until somebody is done with it or the time is over, so
 * that nobody has to be quick; the next offer takes its place.
 *
 * `undo` returns what to say once it is done.
 */
export function offerUndo(sentence: string, undo: () => Promise<string>): void {
  closeLast()
  const close = () => closeThis()
  const closeThis = say(<Offer sentence={sentence} undo={undo} onClose={close} />, UNDO_MS)
  closeLast = closeThis
}

type OfferProps = { sentence: string; undo: () => Promise<string>; onClose: () => void }

function Offer({ sentence, undo, onClose }: OfferProps) {
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState("")

  async function take() {
    setPending(true)
    try {
      say(await undo())
      onClose()
    } catch (error) {
      // A refusal is the last word; without an answer it can be tried again.
      if (error instanceof ApiError && error.status >= 400 && error.status < 500) {
        say(sentenceOf(error))
        onClose()
      } else setProblem(sentenceOf(error))
    }
    setPending(false)
  }

  return (
    <div className="pointer-events-auto flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
      <span className="min-w-0 flex-auto">{problem || sentence}</span>
      <span className="flex shrink-0 gap-1">
        <Button size="small" disabled={isPending} onClick={take}>
          {t("Undo")}
        </Button>
        <Button kind="quiet" size="small" onClick={onClose}>
          {t("Dismiss")}
        </Button>
      </span>
    </div>
  )
}
