import { useState } from "react"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import type { CalendarPost } from "@/lib/api/types"
import { dayAndTime, instantOf, localTime, zoneCity } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { useMovePost } from "../api/calendar-queries"
import { hasPassed, moveTo } from "./days"

type Place = { local_time: string; time_zone: string }
export type Moved = { post: CalendarPost; to: Place; from: Place }

export type Mover = {
  moved: Moved | null
  /** Put a post on another day at its hour. */
  toDay: (post: CalendarPost, day: string) => void
  toPlace: (post: CalendarPost, place: Place) => void
  undo: () => void
  forget: () => void
}

/** Moving posts: refused with words where it cannot be, done at once where it can, and taken back by one button. */
export function useMover(zone: string): Mover {
  const move = useMovePost()
  const [moved, setMoved] = useState<Moved | null>(null)

  function send(post: CalendarPost, to: Place, done: () => void) {
    const instant = instantOf(to.local_time, to.time_zone)
    const due_at = instant === null ? null : new Date(instant).toISOString()
    move.mutate(
      { post, ...to, due_at },
      {
        onSuccess: done,
        onError: (error) => {
          setMoved(null)
          say(`${sentenceOf(error)} ${t("The post stays where it was.")}`)
        },
      },
    )
  }

  function toPlace(post: CalendarPost, to: Place) {
    if (!post.can_move)
      return say(t("TikTok already has this post for one of its accounts, so it keeps its time."))
    if (hasPassed(to.local_time, to.time_zone)) {
      const instant = instantOf(to.local_time, to.time_zone) ?? 0
      return say(
        t("{moment} has passed. Choose a later time; the post stays where it was.", {
          moment: dayAndTime(instant, to.time_zone),
        }),
      )
    }
    const from = placeOf(post)
    send(post, to, () => setMoved({ post: { ...post, ...to }, to, from }))
  }

  return {
    moved,
    toPlace,
    toDay: (post, day) => toPlace(post, moveTo(post, day, zone)),
    undo: () => {
      if (!moved) return
      const { post, from } = moved
      send(post, from, () => setMoved(null))
    },
    forget: () => setMoved(null),
  }
}

export function placeOf(post: CalendarPost): Place {
  const local = post.local_time ?? (post.due_at ? localTime(post.due_at, post.time_zone) : "")
  return { local_time: local.slice(0, 16), time_zone: post.time_zone }
}

/** Say where a post is now: "Moved “Morning light” to Tue 24 Nov, 18:00 Berlin." */
export function movedWords({ post, to }: Moved): string {
  const instant = instantOf(to.local_time, to.time_zone) ?? 0
  const name = post.caption.trim().slice(0, 40) || t("the post")
  return t("Moved “{name}” to {moment} {city}.", {
    name,
    moment: dayAndTime(instant, to.time_zone),
    city: zoneCity(to.time_zone),
  })
}
