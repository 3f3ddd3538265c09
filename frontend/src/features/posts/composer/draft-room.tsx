"use client"

import { useQuery } from "@tanstack/react-query"
import type { UseFormReturn } from "react-hook-form"
import { useWatch } from "react-hook-form"
import { Notice } from "@/components/ui/notice"
import { instantOf } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { draftQueries } from "../api/draft-queries"
import { when } from "./submit-words"
import type { ComposeValues } from "./values"

type DraftRoomProps = { form: UseFormReturn<ComposeValues>; accountId: string; zone: string }

/** What a draft is, and how many more TikTok takes around the chosen time. */
export function DraftRoom({ form, accountId, zone }: DraftRoomProps) {
  const [timing, kind] = useWatch({ control: form.control, name: ["timing", "kind"] })
  const due = timing.mode === "at" ? instantOf(timing.local_time, zone) : null
  const at = due ? new Date(due).toISOString() : null
  const room = useQuery(draftQueries.room(accountId, at)).data
  return (
    <>
      <p className="text-13 text-muted">
        {kind === "photo"
          ? t("Title and caption go along. Who can see it and all the rest is chosen in the TikTok app.")
          : t(
              "TikTok takes no caption with a video draft: it is kept ready here to be copied. Who can see it and all the rest is chosen in the TikTok app.",
            )}
      </p>
      {room ? (
        room.free_from ? (
          <Notice kind="warning">
            {t(
              "TikTok takes {most} drafts in 24 hours, and this account has {pending} around that time. Another one fits from {when} on.",
              { most: room.most, pending: room.pending, when: when(room.free_from, zone) },
            )}
          </Notice>
        ) : (
          <p className="tabular text-12 text-muted">
            {t("{pending} of {most} drafts in 24 hours are taken around that time.", {
              pending: room.pending,
              most: room.most,
            })}
          </p>
        )
      ) : null}
    </>
  )
}
