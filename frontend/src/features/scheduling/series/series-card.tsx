"use client"

import { useQueryClient } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { AppLink } from "@/components/ui/app-link"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import { offerUndo } from "@/components/ui/undo"
import type { Series } from "@/lib/api/types"
import { day as dayWords } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { m, t } from "@/lib/i18n"
import { resumeSeries, useChangeSeries, useStopSeries } from "../api/series-queries"

const SeriesDialog = dynamic(() => import("./series-dialog").then((module) => module.SeriesDialog), {
  ssr: false,
})

const NOTE = m(
  "Posts to come that nobody has touched are made anew by this rule. Those you edited or moved, and those that are out, stay. By changing it, you agree again to TikTok's Music Usage Confirmation, and the Branded Content Policy where it is disclosed.",
)

/** One series and what can be done with it. */
export function SeriesCard({ series }: { series: Series }) {
  const [open, setOpen] = useState<"change" | "stop" | null>(null)
  const client = useQueryClient()
  const change = useChangeSeries()
  const stop = useStopSeries()
  const [keepPosts, setKeepPosts] = useState(false)
  const problems = series.occurrences.filter(({ problem }) => problem)
  const close = () => {
    change.reset()
    stop.reset()
    setOpen(null)
  }
  return (
    <li className="grid gap-2 rounded-outer border border-line bg-raised p-4">
      <h2 className="line-clamp-2 text-14">{series.caption.trim() || t("No caption")}</h2>
      <p className="text-13">
        {t("{rule}, on {accounts}", {
          rule: series.words.slice(0, 1).toUpperCase() + series.words.slice(1),
          accounts: plural(series.account_count, "account"),
        })}
      </p>
      <p className="tabular text-13 text-muted">
        {series.is_running ? nextWords(series.next_days) : t("Stopped")}
      </p>
      {problems.map(({ day, problem }) => (
        <Notice key={day} kind="warning">
          {dayWords(`${day}T12:00Z`, "UTC")}: {problem} {t("It is tried again every quarter of an hour.")}
        </Notice>
      ))}
      {series.is_running ? (
        <span className="flex flex-wrap items-center gap-2">
          <Button size="small" onClick={() => setOpen("change")}>
            {t("Change this and following")}
          </Button>
          <Button size="small" onClick={() => setOpen("stop")}>
            {t("Stop")}
          </Button>
          <AppLink href="/calendar" className="text-13">
            {t("Change one on the calendar")}
          </AppLink>
        </span>
      ) : null}
      {open === "change" ? (
        <SeriesDialog
          title={t("Change this and the following")}
          start={series.rule}
          words={{ act: t("Change the series"), note: t(NOTE) }}
          action={change}
          onClose={close}
          onRule={(rule) =>
            change.mutate(
              { id: series.id, rule },
              {
                onSuccess: (changed) => {
                  say(t("It comes {words}.", { words: changed.words }))
                  close()
                },
              },
            )
          }
        />
      ) : null}
      {open === "stop" ? (
        <ConfirmDialog
          title={t("Stop this series?")}
          words={{ keep: t("Let it go on"), act: t("Stop the series"), acting: t("Stopping…") }}
          action={stop}
          onClose={close}
          onConfirm={() =>
            stop.mutate(
              { id: series.id, keep_posts: keepPosts },
              {
                onSuccess: () => {
                  offerUndo(t("The series is stopped."), () => resumeSeries(client, series.id))
                  close()
                },
              },
            )
          }
        >
          {t("No new posts are made. You can undo this for 10 minutes.")}
          <label className="flex min-h-9 items-center gap-2 pt-1">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={keepPosts}
              onChange={(event) => setKeepPosts(event.target.checked)}
            />
            {t("Let the posts of the next two weeks still go out")}
          </label>
        </ConfirmDialog>
      ) : null}
    </li>
  )
}

function nextWords(days: readonly string[]): string {
  if (days.length === 0) return t("Next: none left")
  return t("Next: {days}", { days: days.map((one) => dayWords(`${one}T12:00Z`, "UTC")).join(" · ") })
}
