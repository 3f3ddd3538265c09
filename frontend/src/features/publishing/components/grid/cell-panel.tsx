"use client"

import { X } from "lucide-react"
import type { Ref } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Button } from "@/components/ui/button"
import { Copyable } from "@/components/ui/copyable"
import { Notice } from "@/components/ui/notice"
import { sentenceOf } from "@/lib/api/api-error"
import type { GridCell, GridRow } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { statusOf } from "@/lib/status"
import { usePublicationAction } from "../../api/publication-queries"
import { sentenceFor } from "../../story"
import { type AccountRef, RemedyButton, type RenderReconnect } from "../remedy-button"
import { CellMark } from "./grid-cell"
import { titleOf } from "./grid-table"

type CellPanelProps = {
  cell: GridCell
  row: GridRow
  account: AccountRef
  zone: string
  reconnect: RenderReconnect
  onClose: () => void
  /** Not called `ref`, which what loads this lazily would keep for itself. */
  elementRef: Ref<HTMLElement>
}

/** What became of one post on one account: the state, the reason in a sentence, and the one button that helps. */
export function CellPanel({ cell, row, account, zone, reconnect, onClose, elementRef }: CellPanelProps) {
  const actions = usePublicationAction(cell.id)
  const publication = { ...cell, account }
  return (
    <section
      ref={elementRef}
      tabIndex={-1}
      aria-label={`${account.nickname}: ${titleOf(row)}`}
      className="fixed inset-x-0 bottom-12 z-20 grid max-h-[60dvh] animate-appear content-start gap-3 overflow-y-auto border-line border-t bg-raised p-4 text-14 shadow-float tablet:bottom-0 tablet:left-(--sidebar-icons) wide:sticky wide:top-8 wide:left-auto wide:z-0 wide:max-h-none wide:self-start wide:rounded-outer wide:border wide:shadow-none"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose()
      }}
    >
      <header className="flex items-start gap-3">
        <CellMark cell={cell} />
        <div className="grid min-w-0 flex-1">
          <h2 className="text-14">{t(statusOf(cell).word)}</h2>
          <p className="truncate text-12 text-muted">
            {account.nickname}
            {account.username ? ` · @${account.username}` : ""}
          </p>
        </div>
        <Button kind="quiet" size="small" aria-label={t("Close")} onClick={onClose} className="-mt-1 -mr-1">
          <X aria-hidden className="size-4" />
        </Button>
      </header>
      <p aria-live="polite">{sentenceFor(publication, zone)}</p>
      {actions.error ? <Notice kind="failed">{sentenceOf(actions.error)}</Notice> : null}
      <div className="justify-self-start">
        <RemedyButton {...{ publication, postId: row.id, canEdit: row.can_edit, actions, reconnect }} />
      </div>
      <footer className="grid justify-items-start gap-1 border-line border-t pt-3 text-12 text-muted">
        {cell.reason ? <Copyable label={t("Code")} value={cell.reason.code} /> : null}
        {cell.reason?.log_id ? <Copyable label={t("TikTok log id")} value={cell.reason.log_id} /> : null}
        <AppLink href={`/posts/${row.id}`}>{t("The whole post and its history")}</AppLink>
      </footer>
    </section>
  )
}
