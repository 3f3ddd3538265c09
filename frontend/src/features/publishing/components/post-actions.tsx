"use client"

import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { sentenceOf } from "@/lib/api/api-error"
import type { Publication } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { usePostAction } from "../api/publication-queries"

type PostActionsProps = { postId: string; publications: readonly Publication[] }

/** What can be done on several accounts of a post at once; nothing where it is one. */
export function PostActions({ postId, publications }: PostActionsProps) {
  const { retry, cancel, isPending, error } = usePostAction(postId)
  const stopped = publications.filter(({ state }) => ["failed", "held", "missed"].includes(state)).length
  const open = publications.filter(({ can_cancel }) => can_cancel).length
  if (stopped < 2 && open < 2 && !error) return null
  return (
    <div className="grid gap-2">
      {error ? <Notice kind="failed">{sentenceOf(error)}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        {stopped > 1 ? (
          <Button size="small" disabled={isPending} onClick={() => retry.mutate()}>
            {t("Try the {stopped} stopped again", { stopped })}
          </Button>
        ) : null}
        {open > 1 ? (
          <Button size="small" kind="quiet" disabled={isPending} onClick={() => cancel.mutate()}>
            {t("Call off all {open}", { open })}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
