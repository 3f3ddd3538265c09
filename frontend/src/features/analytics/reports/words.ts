import type { ReportSchedule, ReportScheduleInput, Workspace } from "@/lib/api/types"
import { zoneWords } from "@/lib/dates"
import { clock, weekdayNames } from "../words"

/** Tell whether a person may choose which reports are sent. */
export function maySchedule({ role }: Pick<Workspace, "role">): boolean {
  return ["owner", "admin", "editor"].includes(role)
}

export const ONLY_SOME = "Owners, admins and editors choose which reports are sent. Ask one of them."

type Timing = Pick<ReportSchedule, "rhythm" | "weekday" | "month_day" | "local_hour">

/** Say whose report it is. */
export function whoseWords({ account }: Pick<ReportSchedule, "account">): string {
  return account ?? "All accounts"
}

/** Say when a report is sent: "Weekly, on Monday at 08:00". */
export function rhythmWords({ rhythm, weekday, month_day, local_hour }: Timing): string {
  const day =
    rhythm === "weekly"
      ? `Weekly, on ${weekdayNames("long")[weekday ?? 0]}`
      : `Monthly, ${monthDayWords(month_day ?? 1)}`
  return `${day} at ${clock(local_hour)}`
}

/** Say a day of the month; from the 29th on some months have none. */
export function monthDayWords(day: number): string {
  return day === 31 ? "on the last day" : `on the ${ordinal(day)}`
}

/** Say which days a report tells of. */
export function coverWords({ rhythm }: Pick<ReportSchedule, "rhythm">): string {
  return rhythm === "weekly" ? "about the seven days before" : "about the month before"
}

export function clockWords({ time_zone }: Pick<ReportSchedule, "time_zone">): string {
  return zoneWords(time_zone)
}

function ordinal(day: number): string {
  const endings: Record<number, string> = { 1: "st", 2: "nd", 3: "rd" }
  const isTeen = day > 10 && day < 14
  return `${day}${(!isTeen && endings[day % 10]) || "th"}`
}

/** What a form begins with: an old schedule, or one that is sent each Monday to who adds it. */
export function toInput(schedule: ReportSchedule | null, own: string): Required<ReportScheduleInput> {
  return {
    account_id: schedule?.account_id ?? null,
    rhythm: schedule?.rhythm ?? "weekly",
    weekday: schedule?.weekday ?? 0,
    month_day: schedule?.month_day ?? 1,
    local_hour: schedule?.local_hour ?? 8,
    recipients: schedule?.recipients ?? [own],
  }
}

/** Return the members that are known here: the person, and who gets a report or has added one. */
export function knownMembers(schedules: readonly ReportSchedule[], own: string): string[] {
  const others = schedules.flatMap(({ recipients, created_by }) => [
    ...recipients,
    ...(created_by ? [created_by] : []),
  ])
  return [own, ...[...new Set(others)].filter((one) => one !== own).sort()]
}
