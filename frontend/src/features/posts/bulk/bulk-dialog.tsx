"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { BulkInput, Post } from "@/lib/api/types"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { Declaration } from "../composer/declaration"
import { emptyValues, valuesOf } from "../composer/values"
import { BulkPreview } from "./bulk-preview"
import { PickPosts } from "./pick-posts"
import { type Spread, SpreadField } from "./spread-field"
import { usePreview, useScheduleMany } from "./use-bulk"

type BulkDialogProps = { drafts: readonly Post[]; zone: string; onClose: () => void }

/** Choose drafts and a rhythm, look at what each would get, then schedule them: nothing is saved before. */
export function BulkDialog({ drafts, zone, onClose }: BulkDialogProps) {
  // Oldest first, as they were written; kept, so that the list does not change while it is looked at.
  const [shown] = useState(() => drafts.toReversed())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(shown.map(({ id }) => id)))
  const [spread, setSpread] = useState<Spread>(() => ({
    kind: "slots",
    start: emptyValues(zone).timing.local_time,
    hours: 24,
  }))
  const preview = usePreview()
  const schedule = useScheduleMany()
  const picked = shown.filter(({ id }) => chosen.has(id))
  const plan: BulkInput = {
    post_ids: picked.map(({ id }) => id),
    spread: spread.kind,
    local_times: [],
    start: spread.start,
    every_hours: spread.hours,
    time_zone: zone,
    consent: false,
    dry_run: false,
  }
  const answer = schedule.data ?? preview.data
  const ready = preview.data?.items.filter(({ problem }) => !problem).length ?? 0
  const error = schedule.error ?? preview.error
  const back = () => {
    preview.reset()
    schedule.reset()
  }

  function finish() {
    schedule.mutate(plan, {
      onSuccess: ({ scheduled, items }) => {
        if (scheduled < items.length) return
        say(t("Scheduled {posts}.", { posts: plural(scheduled, "post") }))
        onClose()
      },
    })
  }

  return (
    <Dialog
      title={answer ? t("Look at the plan") : t("Schedule drafts")}
      onClose={onClose}
      footer={
        schedule.data ? (
          <Button onClick={onClose}>{t("Close")}</Button>
        ) : answer ? (
          <>
            <Button onClick={back}>{t("Back")}</Button>
            <Button kind="primary" disabled={ready === 0 || schedule.isPending} onClick={finish}>
              {t("Schedule {posts}", { posts: plural(ready, "post") })}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t("Leave them")}</Button>
            <Button
              kind="primary"
              disabled={picked.length === 0 || preview.isPending}
              onClick={() => preview.mutate(plan)}
            >
              {t("Preview")}
            </Button>
          </>
        )
      }
    >
      {error ? <Notice kind="failed">{sentenceOf(error)}</Notice> : null}
      {answer ? (
        <>
          <BulkPreview items={answer.items} zone={zone} isDone={!answer.dry_run} />
          {answer.dry_run ? (
            <Declaration targets={picked.flatMap((post) => valuesOf(post, zone).publications)} />
          ) : null}
        </>
      ) : (
        <>
          <SpreadField spread={spread} zone={zone} onChange={setSpread} />
          <PickPosts legend={t("Drafts, in this order")} posts={shown} chosen={chosen} onChange={setChosen} />
        </>
      )}
    </Dialog>
  )
}
