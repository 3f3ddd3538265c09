import { dayAndTime, instantOf, zoneCity } from "@/lib/dates"
import { plural } from "@/lib/figures"
import { type ComposeValues, isInboxDraft } from "./values"

/** Say what the button will do: "Schedule on 2 accounts, Tue 24 Nov, 18:00 Berlin". */
export function submitWords(values: Pick<ComposeValues, "timing" | "publications">, zone: string): string {
  const { mode, local_time } = values.timing
  const count = values.publications.length
  const where = count > 0 ? ` on ${plural(count, "account")}` : ""
  if (mode === "draft") return "Save draft"
  const drafts = count > 0 && values.publications.every(isInboxDraft)
  if (mode === "now") return drafts ? `Send ${plural(count, "draft")} now` : `Publish now${where}`
  const due = instantOf(local_time, zone)
  return due === null ? `Schedule${where}` : `Schedule${where}, ${when(due, zone)}`
}

/** Say an instant with the zone it is told in. */
export function when(instant: string | number, zone: string): string {
  return `${dayAndTime(instant, zone)} ${zoneCity(zone)}`
}
