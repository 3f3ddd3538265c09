"use client"

import { useQuery } from "@tanstack/react-query"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { Quota } from "@/lib/api/types"
import { dayAndTime, instantOf, localTime, time } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { quotaQueries } from "../api/quota-queries"
import type { BlockAccount } from "./account-block"
import type { ComposeValues, Pace } from "./values"

type RoomNotesProps = {
  timing: ComposeValues["timing"]
  accountIds: string[]
  zone: string
  postId: string | null
  identify: (accountId: string) => BlockAccount
  onChange: (part: Partial<Pace> & { local_time?: string; mode?: "at" }) => void
}

type Room = Quota["accounts"][number]
type CountedRoom = Room & { left: number; cap: number }

const MINUTE = 60_000
const MOST_NAMED = 4

/** How many more posts TikTok takes from each account that day, and what to do where it takes none. */
export function RoomNotes({ timing, accountIds, zone, postId, identify, onChange }: RoomNotesProps) {
  const at =
    timing.mode === "now" ? Math.floor(Date.now() / MINUTE) * MINUTE : instantOf(timing.local_time, zone)
  const staggerMin = timing.stagger_min ?? 0
  const question = { accountIds, at: at ?? 0, staggerMin, postId }
  const quota = useQuery({ ...quotaQueries.ask(question), enabled: at !== null }).data
  if (!quota)
    return <p className="min-h-5 text-12 text-muted">{t("Counting what TikTok still takes that day…")}</p>

  const handle = (one: Room) => nameOf(identify(one.account_id))
  const full = quota.accounts.filter((one) => !one.fits)
  return (
    <div className="grid gap-2">
      <RoomList rooms={quota.accounts} handle={handle} />
      {staggerMin > 0 && accountIds.length > 1 ? (
        <p className="text-12 text-muted">
          {t("The first goes out at {first}, the last at about {last}.", {
            first: dayAndTime(quota.first_at, zone),
            last: time(quota.last_at, zone),
          })}
        </p>
      ) : null}
      {full.length > 0 && timing.when_full === "next_free" ? (
        <GoesLater full={full} handle={handle} zone={zone} onUndo={() => onChange({ when_full: "refuse" })} />
      ) : null}
      {full.length > 0 && timing.when_full !== "next_free" ? (
        <Clash
          quota={quota}
          full={full}
          handle={handle}
          zone={zone}
          onTime={(instant) => onChange({ mode: "at", local_time: localTime(instant, zone) })}
          onLater={() => onChange({ when_full: "next_free" })}
        />
      ) : null}
    </div>
  )
}

function nameOf({ username, nickname }: BlockAccount): string {
  return username ? `@${username}` : nickname
}

function isCounted(room: Room): room is CountedRoom {
  return typeof room.left === "number" && typeof room.cap === "number"
}

type ListProps = { rooms: readonly Room[]; handle: (one: Room) => string }

function RoomList({ rooms, handle }: ListProps) {
  const counted = rooms.filter(isCounted)
  const tightest = [...counted].sort((one, other) => one.left - other.left)
  const hidden = tightest.length - MOST_NAMED
  if (counted.length === 0) return null
  return (
    <dl className="grid gap-0.5 text-12 text-muted" aria-label={t("Room on TikTok")}>
      {tightest.slice(0, MOST_NAMED).map((one) => (
        <div key={one.account_id} className="flex justify-between gap-3">
          <dt className="truncate">{handle(one)}</dt>
          <dd
            className="tabular shrink-0"
            title={t(
              "{posts} in the 24 hours around this time. TikTok promises no number; about {most} is usual.",
              { posts: plural(one.used, "post"), most: one.cap },
            )}
          >
            {one.left
              ? t("about {left} of {most} left that day", { left: one.left, most: one.cap })
              : t("none left that day")}
          </dd>
        </div>
      ))}
      {hidden > 0 ? (
        <div>{t("{otherAccounts} with more room", { otherAccounts: plural(hidden, "other account") })}</div>
      ) : null}
    </dl>
  )
}

type ClashProps = {
  quota: Quota
  full: readonly Room[]
  handle: (one: Room) => string
  zone: string
  onTime: (instant: string) => void
  onLater: () => void
}

function Clash({ quota, full, handle, zone, onTime, onLater }: ClashProps) {
  const others = quota.accounts.length - full.length
  return (
    <Notice kind="warning">
      <p>
        {full.length === 1
          ? t(
              "{name} has about as many posts in the 24 hours around this time as TikTok takes. It would refuse this one.",
              { name: names(full, handle) },
            )
          : t(
              "{names} have about as many posts in the 24 hours around this time as TikTok takes. It would refuse this one.",
              { names: names(full, handle) },
            )}
      </p>
      <span className="flex flex-wrap gap-2">
        {quota.free_for_all ? (
          <Button size="small" onClick={() => onTime(quota.free_for_all ?? "")}>
            {t("Use {time}", { time: dayAndTime(quota.free_for_all, zone) })}
          </Button>
        ) : null}
        {others > 0 ? (
          <Button size="small" onClick={onLater}>
            {full.length === 1 ? t("Send only this account later") : t("Send only these accounts later")}
          </Button>
        ) : null}
      </span>
    </Notice>
  )
}

type LaterProps = { full: readonly Room[]; handle: (one: Room) => string; zone: string; onUndo: () => void }

function GoesLater({ full, handle, zone, onUndo }: LaterProps) {
  const lines = full.slice(0, MOST_NAMED).map((one) => `${handle(one)}: ${dayAndTime(one.free_from, zone)}`)
  const rest = full.length - lines.length
  return (
    <Notice
      action={
        <Button size="small" kind="quiet" onClick={onUndo}>
          {t("Undo")}
        </Button>
      }
    >
      <p>
        {full.length === 1
          ? t("The others go out at the chosen time, this one at the next time TikTok takes it.")
          : t("The others go out at the chosen time, these at the next time TikTok takes it.")}
      </p>
      <ul className="text-13 text-muted">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {rest > 0 ? <li>{t("and {moreAccounts}", { moreAccounts: plural(rest, "more account") })}</li> : null}
      </ul>
    </Notice>
  )
}

function names(rooms: readonly Room[], handle: (one: Room) => string): string {
  const shown = rooms.slice(0, MOST_NAMED).map(handle)
  const rest = rooms.length - shown.length
  const last = rest > 0 ? plural(rest, "other account") : (shown.pop() ?? "")
  return shown.length === 0 ? last : t("{first} and {last}", { first: shown.join(", "), last })
}
