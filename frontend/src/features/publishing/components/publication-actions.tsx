"use client"

import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { sentenceOf } from "@/lib/api/api-error"
import type { PublicationDetail } from "@/lib/api/types"
import { usePublicationAction } from "../api/publication-queries"

/** What can still be done about one publication, and why it could not. */
export function PublicationActions({ publication }: { publication: PublicationDetail }) {
  const { cancel, retry, settle } = usePublicationAction(publication.id)
  const pending = cancel.isPending || retry.isPending || settle.isPending
  const error = cancel.error ?? retry.error ?? settle.error
  if (!publication.can_retry && !publication.can_cancel && !publication.can_settle && !error) return null
  return (
    <div className="grid gap-2">
      {error ? <Notice kind="failed">{sentenceOf(error)}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        {publication.can_settle ? (
          <>
            <Button size="small" disabled={pending} onClick={() => settle.mutate(true)}>
              It is on TikTok
            </Button>
            <Button size="small" disabled={pending} onClick={() => settle.mutate(false)}>
              It is not there, send it again
            </Button>
          </>
        ) : null}
        {publication.can_retry ? (
          <Button size="small" disabled={pending} onClick={() => retry.mutate()}>
            Send it now
          </Button>
        ) : null}
        {publication.can_cancel ? (
          <Button size="small" kind="quiet" disabled={pending} onClick={() => cancel.mutate()}>
            Call it off
          </Button>
        ) : null}
      </div>
    </div>
  )
}
