"use client"

import { Repeat } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { say } from "@/components/ui/toaster"
import type { Post } from "@/lib/api/types"
import { dayKey } from "@/lib/dates"
import { m, t } from "@/lib/i18n"
import { useStartSeries } from "../api/series-queries"

const SeriesDialog = dynamic(() => import("./series-dialog").then((module) => module.SeriesDialog), {
  ssr: false,
})

const NOTE = m(
  "Each occurrence becomes a post of its own, two weeks ahead, that you can still change. By repeating it, you agree for all of them to what you agreed to for this post: TikTok's Music Usage Confirmation, and the Branded Content Policy where it is disclosed.",
)

/** Have this post come again. */
export function RepeatPost({ post, zone }: { post: Post; zone: string }) {
  const [key, setKey] = useState("")
  const start = useStartSeries()
  if (post.publications.length === 0 || post.media.length === 0) return null
  const own = post.local_time ? post.time_zone : zone
  const day = post.local_time?.slice(0, 10) ?? dayKey(Date.now(), own)
  return (
    <>
      <Button onClick={() => setKey(crypto.randomUUID())}>
        <Repeat aria-hidden className="size-4" />
        {t("Repeat…")}
      </Button>
      {key ? (
        <SeriesDialog
          title={t("Repeat this post")}
          start={{
            frequency: "weekly",
            interval: 1,
            weekdays: [(new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7],
            month_day: Number(day.slice(8)),
            first_day: day,
            until: null,
            count: null,
            local_time: post.local_time?.slice(11, 16) ?? "18:00",
            time_zone: own,
          }}
          words={{ act: t("Start the series"), note: t(NOTE) }}
          action={start}
          onClose={() => {
            start.reset()
            setKey("")
          }}
          onRule={(rule) =>
            start.mutate(
              { postId: post.id, rule, key: `${key}:${JSON.stringify(rule)}`.slice(0, 200) },
              {
                onSuccess: (series) => {
                  setKey("")
                  say(t("It comes {words}.", { words: series.words }))
                },
              },
            )
          }
        />
      ) : null}
    </>
  )
}
