"use client"

import type { ReactNode } from "react"
import { sentenceOf } from "@/lib/api/api-error"
import { Button } from "./button"
import { Dialog } from "./dialog"
import { Notice } from "./notice"

type ConfirmDialogProps = {
  title: string
  /** What the two buttons say: to leave it, to do it, and while it is being done. */
  words: { keep: string; act: string; acting: string }
  /** How the button that does it looks: red, unless what it does is taken back as easily. */
  look?: "danger" | "primary"
  action: { isPending: boolean; error: Error | null }
  onConfirm: () => void
  onClose: () => void
  /** What is affected, where that is more than a sentence. */
  below?: ReactNode
  children: ReactNode
}

/** Ask before something that cannot be taken back, and say at the same place when it did not work. */
export function ConfirmDialog({
  title,
  words,
  look = "danger",
  action,
  onConfirm,
  onClose,
  below,
  children,
}: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.keep}</Button>
          <Button kind={look} disabled={action.isPending} onClick={onConfirm}>
            {action.isPending ? words.acting : words.act}
          </Button>
        </>
      }
    >
      <p>{children}</p>
      {below}
      {action.error ? <Notice kind="failed">{sentenceOf(action.error)}</Notice> : null}
    </Dialog>
  )
}
