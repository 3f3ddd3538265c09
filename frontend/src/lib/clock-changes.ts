import { t } from "@/lib/i18n"
import { dateFormat } from "./date-format"
import { day, instantsOf, time, zoneCity } from "./dates"
import { readerLanguage } from "./reader-locale"

export type ClockReading = {
  /** An ordinary time, one that the clocks skip that day, or one that they show twice. */
  clock: "plain" | "skipped" | "twice"
  instant: number
}

/** Say what a wall-clock time means on its day, as the API reads it (api/scheduling/timing.py); null when it is no time. */
export function readClock(local: string, zone: string): ClockReading | null {
  const found = instantsOf(local, zone)
  if (!found) return null
  const { exact, meant } = found
  return { instant: meant, clock: (["skipped", "plain", "twice"] as const)[exact.length] ?? "plain" }
}

/** Say it in a sentence where the clocks change, before anything is saved; null where there is nothing to say. */
export function clockSentence(local: string, zone: string, lang?: string, now = Date.now()): string | null {
  const reading = readClock(local, zone)
  if (!reading || reading.clock === "plain") return null
  const typed = local.slice(11, 16)
  const where = t("on {day} in {zoneCity}", {
    day: day(`${local.slice(0, 10)}T12:00Z`, "UTC", now, lang),
    zoneCity: zoneCity(zone),
  })
  if (reading.clock === "skipped") {
    return t("{typed} does not exist {where}: the clocks go forward. It goes out at {time}.", {
      typed,
      where,
      time: time(reading.instant, zone, lang),
    })
  }
  const name = zoneName(reading.instant, zone, lang)
  return t("{typed} comes twice {where}: the clocks go back. The first one, {typed2} {name}, is meant.", {
    typed,
    where,
    typed2: typed,
    name,
  })
}

/** "CET", in German "MEZ"; American English knows few zones by name. */
function zoneName(instant: number, zone: string, lang = nameLocale()): string {
  const parts = dateFormat(lang, { timeZone: zone, timeZoneName: "short" }).formatToParts(instant)
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? ""
}

const nameLocale = () => (readerLanguage() === "en" ? "en-GB" : readerLanguage())
