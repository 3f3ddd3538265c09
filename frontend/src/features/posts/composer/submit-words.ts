import { dayAndTime, instantOf, zoneCity } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { type ComposeValues, isInboxDraft } from "./values"

/** Say what the button will do: "Schedule on 2 accounts, Tue 24 Nov, 18:00 Berlin". */
export function submitWords(values: Pick<ComposeValues, "timing" | "publications">, zone: string): string {
  const { mode, local_time } = values.timing
  const count = values.publications.length
  const accounts = count > 0 ? plural(count, "account") : null
  if (mode === "draft") return t("Save draft")
  const drafts = count > 0 && values.publications.every(isInboxDraft)
  if (mode === "now") {
    if (drafts) return t("Send {drafts} now", { drafts: plural(count, "draft") })
    return accounts ? t("Publish now on {accounts}", { accounts }) : t("Publish now")
  }
  const due = instantOf(local_time, zone)
  if (due === null) return accounts ? t("Schedule on {accounts}", { accounts }) : t("Schedule")
  return accounts
    ? t("Schedule on {accounts}, {when}", { accounts, when: when(due, zone) })
    : t("Schedule, {when}", { when: when(due, zone) })
}

/** Say an instant with the zone it is told in. */
export function when(instant: string | number, zone: string): string {
  return `${dayAndTime(instant, zone)} ${zoneCity(zone)}`
}
