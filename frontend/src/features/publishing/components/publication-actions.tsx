"use client"

import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { sentenceOf } from "@/lib/api/api-error"
import type { PublicationDetail } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { usePublicationAction } from "../api/publication-queries"
import { remedyFor } from "../story"
import { RemedyButton, type RenderReconnect } from "./remedy-button"

type PublicationActionsProps = {
  publication: PublicationDetail
  postId: string
  canEdit: boolean
  reconnect: RenderReconnect
}

/** What can be done about one publication: first what helps, then what is possible too; and why it could not be done. */
export function PublicationActions({ publication, postId, canEdit, reconnect }: PublicationActionsProps) {
  const actions = usePublicationAction(publication.id)
  const remedy = remedyFor(publication, canEdit)
  const also = {
    retry: publication.can_retry && remedy !== "retry" && remedy !== "reconnect",
    cancel: publication.can_cancel && remedy !== "cancel",
  }
  if (!remedy && !also.retry && !also.cancel && !actions.error) return null
  return (
    <div className="grid gap-2">
      {actions.error ? <Notice kind="failed">{sentenceOf(actions.error)}</Notice> : null}
      <div className="flex flex-wrap items-center gap-2">
        <RemedyButton {...{ publication, postId, canEdit, actions, reconnect }} />
        {also.retry ? (
          <Button
            size="small"
            kind="quiet"
            disabled={actions.isPending}
            onClick={() => actions.retry.mutate()}
          >
            {t("Send it now")}
          </Button>
        ) : null}
        {also.cancel ? (
          <Button
            size="small"
            kind="quiet"
            disabled={actions.isPending}
            onClick={() => actions.cancel.mutate()}
          >
            {t("Call it off")}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
