"use client"

import { X } from "lucide-react"
import { type ReactNode, useId, useLayoutEffect, useRef } from "react"
import { t } from "@/lib/i18n"
import { Button } from "./button"

type DialogProps = {
  title: ReactNode
  /** Absent where the dialog has to be answered. */
  onClose?: () => void
  children: ReactNode
  footer?: ReactNode
}

/** A modal on the browser's own <dialog>: it traps the focus, gives it back, and closes with Escape. Mount it to open it. */
export function Dialog({ title, onClose, children, footer }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Not a plain effect: that ends when the element is gone, and closes too late to give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current
    if (dialog && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      className="m-auto w-[min(100vw-32px,440px)] animate-appear rounded-outer border border-line bg-raised p-0 shadow-float backdrop:bg-veil"
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
    >
      <div className="flex items-start justify-between gap-4 px-4 pt-4">
        <h2 id={id} className="text-16">
          {title}
        </h2>
        {onClose ? (
          <Button kind="quiet" size="small" aria-label={t("Close")} onClick={onClose} className="-mt-1 -mr-1">
            <X aria-hidden className="size-4" />
          </Button>
        ) : null}
      </div>
      <div className="grid gap-3 px-4 py-3 text-14">{children}</div>
      {footer ? <div className="flex flex-wrap justify-end gap-2 px-4 pb-4">{footer}</div> : null}
    </dialog>
  )
}
