"use client"

import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Skeleton } from "@/components/ui/skeleton"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { Pauses } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { pauseQueries, usePauseSwitch } from "../api/pause-queries"

/** Stop and resume everything the workspace publishes. */
export function PauseWorkspace() {
  const pauses = useQuery(pauseQueries.list()).data
  const { pauseWorkspace, resumeWorkspace } = usePauseSwitch()
  const [asking, setAsking] = useState(false)
  if (!pauses) return <Skeleton className="h-16 w-full" />
  const mayNot = pauses.may_resume_workspace ? undefined : t("Only owners and admins may do this.")
  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <p className="min-w-0 flex-1 basis-70">
        {standing(pauses)}
        <span className="block text-13 text-muted">
          {t(
            "While publishing is paused, posts that come due wait. Resuming sends them, or asks you where they are too late.",
          )}
        </span>
      </p>
      {pauses.workspace ? (
        <Button
          disabled={Boolean(mayNot) || resumeWorkspace.isPending}
          title={mayNot}
          onClick={() =>
            resumeWorkspace.mutate(undefined, {
              onSuccess: ({ released }) =>
                say(t("Resumed. {posts} that waited can go.", { posts: plural(released, "post") })),
              onError: (error) => say(sentenceOf(error)),
            })
          }
        >
          {t("Resume publishing")}
        </Button>
      ) : (
        <Button disabled={Boolean(mayNot)} title={mayNot} onClick={() => setAsking(true)}>
          {t("Pause publishing")}
        </Button>
      )}
      {asking ? (
        <ConfirmDialog
          title={t("Pause all publishing?")}
          look="primary"
          words={{ keep: t("Keep it going"), act: t("Pause publishing"), acting: t("Pausing…") }}
          action={pauseWorkspace}
          onConfirm={() => pauseWorkspace.mutate(undefined, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          {consequence(pauses.scheduled)} {t("What TikTok already has goes out.")}
        </ConfirmDialog>
      ) : null}
    </div>
  )
}

function standing({ workspace, quarantine, everything }: Pauses): string {
  if (workspace) return t("Publishing is paused.")
  return quarantine || everything
    ? t("This workspace is not paused, but the server is.")
    : t("Posts go out at their times.")
}

function consequence(scheduled: number): string {
  if (scheduled === 0) return t("Nothing is scheduled now. What comes due waits until you resume.")
  return t("{scheduledPosts} will wait when they come due, until you resume.", {
    scheduledPosts: plural(scheduled, "scheduled post"),
  })
}
