"use client"

import { useQuery } from "@tanstack/react-query"
import { Notice } from "@/components/ui/notice"
import type { TikTokHealth } from "@/lib/api/types"
import { dayAndTime, dayKey, time } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { healthQueries } from "../api/health-queries"

/** Says that posts wait for TikTok, or that posting is slowed here; nothing at all while both are well. */
export function TikTokTrouble({ zone }: { zone: string }) {
  const health = useQuery(healthQueries.tiktok()).data
  const slowedSince = health?.limiter.degraded_since
  return (
    <>
      {health && health.troubles.length > 0 ? (
        <Notice kind="warning" className="mb-4">
          <p>{sentenceOf(health.troubles, zone)}</p>
        </Notice>
      ) : null}
      {slowedSince ? (
        <Notice className="mb-4">
          <p>
            {t(
              "Posting is slowed since {moment}, because this server’s Valkey does not answer. Posts go out later than planned, but none is lost.",
              { moment: moment(slowedSince, zone) },
            )}
          </p>
        </Notice>
      ) : null}
    </>
  )
}

const holdingPosts = new Set(["creator", "posting", "upload"])

/** One sentence, however many calls are in trouble: that posts wait matters more than anything else. */
function sentenceOf(troubles: TikTokHealth["troubles"], zone: string): string {
  const since = moment(troubles.map((one) => one.since).sort()[0] ?? "", zone)
  const meaning = troubles.some(({ group }) => holdingPosts.has(group))
    ? t("Posts wait and go out in order by themselves.")
    : t("Posts still go out; what is read from TikTok comes later.")
  return `${t("TikTok is having trouble since {moment}.", { moment: since })} ${meaning}`
}

/** The time alone while it is today. */
function moment(instant: string, zone: string): string {
  return dayKey(instant, zone) === dayKey(Date.now(), zone) ? time(instant, zone) : dayAndTime(instant, zone)
}
