import type { ReportSchedule, ReportScheduleInput, Workspace } from "@/lib/api/types"
import { m, t } from "@/lib/i18n"
import { clock, weekdayNames } from "../words"

/** Tell whether a person may choose which reports are sent. */
export function maySchedule({ role }: Pick<Workspace, "role">): boolean {
  return ["owner", "admin", "editor"].includes(role)
}

export const ONLY_SOME = m("Owners, admins and editors choose which reports are sent. Ask one of them.")

type Timing = Pick<ReportSchedule, "rhythm" | "weekday" | "month_day" | "local_hour">

/** Say whose report it is. */
export function whoseWords({ account }: Pick<ReportSchedule, "account">): string {
  return account ?? t("All accounts")
}

/** Say when a report is sent: "Weekly, on Monday at 08:00". */
export function rhythmWords({ rhythm, weekday, month_day, local_hour }: Timing): string {
  const time = clock(local_hour)
  if (rhythm === "weekly")
    return t("Weekly, on {weekday} at {time}", { weekday: weekdayNames("long")[weekday ?? 0] ?? "", time })
  const day = month_day ?? 1
  return day === LAST
    ? t("Monthly, on the last day at {time}", { time })
    : t("Monthly, on the {ordinal} at {time}", { ordinal: ordinal(day), time })
}

/** Stands for a month's last day, whichever that is. */
const LAST = 31

/** Name a day of the month; from the 29th on some months have none. */
export function monthDayWords(day: number): string {
  return day === LAST ? t("the last day") : t("the {ordinal}", { ordinal: ordinal(day) })
}

/** Say which days a report tells of. */
export function coverWords({ rhythm }: Pick<ReportSchedule, "rhythm">): string {
  return rhythm === "weekly" ? t("about the seven days before") : t("about the month before")
}

function ordinal(day: number): string {
  const end = day > 10 && day < 14 ? 0 : day % 10
  if (end === 1) return t("{day}st", { day })
  if (end === 2) return t("{day}nd", { day })
  return end === 3 ? t("{day}rd", { day }) : t("{day}th", { day })
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
