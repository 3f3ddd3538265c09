"use client"

import { useQuery } from "@tanstack/react-query"
import type { UseFormReturn } from "react-hook-form"
import { useWatch } from "react-hook-form"
import { Notice } from "@/components/ui/notice"
import { instantOf } from "@/lib/dates"
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
          ? "Title and caption go along. "
          : "TikTok takes no caption with a video draft: it is kept ready here to be copied. "}
        Who can see it and all the rest is chosen in the TikTok app.
      </p>
      {room ? (
        room.free_from ? (
          <Notice kind="warning">
            TikTok takes {room.most} drafts in 24 hours, and this account has {room.pending} around that time.
            Another one fits from {when(room.free_from, zone)} on.
          </Notice>
        ) : (
          <p className="tabular text-12 text-muted">
            {room.pending} of {room.most} drafts in 24 hours are taken around that time.
          </p>
        )
      ) : null}
    </>
  )
}
