"use client"

import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import type { CalendarPost, Quota } from "@/lib/api/types"
import { cn } from "@/lib/cn"
import { instantOf, time } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { calendarQueries } from "../api/calendar-queries"
import { hasPassed } from "./days"

const SETTLED_MS = 150
const MOST_NAMED = 2

type RoomLineProps = { post: CalendarPost; place: { local_time: string; time_zone: string } }

/** Say before a post is moved whether TikTok takes it then, and what else goes out on its accounts at that hour. */
export function RoomLine({ post, place }: RoomLineProps) {
  const at = useSettled(instantOf(place.local_time, place.time_zone))
  const passed = hasPassed(place.local_time, place.time_zone)
  const asks = at !== null && !passed && post.account_count > 0
  const room = useQuery({ ...calendarQueries.room(post.id, at ?? 0), enabled: asks })
  if (passed)
    return <Line warns>{t("{time} on that day has passed.", { time: place.local_time.slice(11) })}</Line>
  if (!asks || room.isError) return null
  if (!room.data) return <Line>{t("Counting what TikTok takes then…")}</Line>
  const words = roomWords(room.data, post, place.time_zone)
  return <Line warns={words.warns}>{words.text}</Line>
}

function Line({ warns = false, children }: { warns?: boolean; children: React.ReactNode }) {
  return <span className={cn("block text-12", warns ? "text-needs-you" : "text-muted")}>{children}</span>
}

/** A pointer that crosses a week on its way asks about the day where it rests. */
function useSettled(value: number | null): number | null {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** Put what matters most into words: no room, then a post close by, then how much is left. */
export function roomWords(quota: Quota, post: CalendarPost, zone: string): { text: string; warns: boolean } {
  const handles = new Map(post.account_ids.map((id, place) => [id, post.accounts[place] ?? ""]))
  const nameOf = (id: string) => handles.get(id) ?? t("another account")
  const full = quota.accounts.filter(({ fits }) => !fits)
  if (full.length > 0) {
    const names = list(full.map(({ account_id }) => nameOf(account_id)))
    return { text: t("No room in those 24 hours on {names}.", { names }), warns: true }
  }
  const close = quota.accounts.filter(({ close_to }) => close_to !== null)
  const [first] = close
  if (first?.close_to) {
    const values = { account: nameOf(first.account_id), time: time(first.close_to, zone) }
    const text =
      close.length > 1
        ? t("{account} also posts at {time} (and {count} more).", { ...values, count: close.length - 1 })
        : t("{account} also posts at {time}.", values)
    return { text, warns: true }
  }
  const left = quota.accounts.flatMap((one) => (one.left === null ? [] : [one.left]))
  if (left.length === 0) return { text: t("Nothing else is near."), warns: false }
  const least = Math.min(...left)
  return { text: t("Room for about {least} more in those 24 hours.", { least }), warns: false }
}

function list(names: readonly string[]): string {
  const [first = "", last] = names
  if (names.length > MOST_NAMED)
    return t("{names} and {count} more", {
      names: names.slice(0, MOST_NAMED).join(", "),
      count: names.length - MOST_NAMED,
    })
  return last === undefined ? first : t("{first} and {last}", { first, last })
}
