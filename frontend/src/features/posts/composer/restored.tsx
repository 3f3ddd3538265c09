import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { t } from "@/lib/i18n"

type RestoredProps = {
  /** Empty the form; returns how to have back what was in it. */
  onStartAfresh: () => () => void
}

/** Says that the form holds what was typed before, with a way out of it, and a way back. */
export function Restored({ onStartAfresh }: RestoredProps) {
  const [undo, setUndo] = useState<(() => void) | null>(null)
  const [gone, setGone] = useState(false)
  if (gone) return null
  const close = (
    <Button kind="quiet" size="small" onClick={() => setGone(true)}>
      {t("Dismiss")}
    </Button>
  )
  if (!undo) {
    return (
      <Notice
        className="mb-6"
        action={
          <Button
            size="small"
            onClick={() => {
              const back = onStartAfresh()
              setUndo(() => back)
            }}
          >
            {t("Start afresh")}
          </Button>
        }
      >
        {t("What you typed here before is back.")}
      </Notice>
    )
  }
  return (
    <Notice
      className="mb-6"
      action={
        <span className="flex gap-1">
          <Button
            size="small"
            onClick={() => {
              undo()
              setUndo(null)
            }}
          >
            {t("Undo")}
          </Button>
          {close}
        </span>
      }
    >
      {t("The form is empty. What you typed before can still be had back.")}
    </Notice>
  )
}
