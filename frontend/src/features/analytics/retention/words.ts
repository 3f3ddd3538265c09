import type { Retention, RetentionInput } from "@/lib/api/types"
import { fileSize, plural } from "@/lib/figures"
import { t } from "@/lib/i18n"

/** Say what something takes now, and what it would take about when it is kept for so many days. */
export function sizeWords(bytes: number, bytesADay: number, days: number): string {
  const now = fileSize(bytes)
  if (bytesADay === 0) return t("They take {now} now; none came in the last week to reckon from.", { now })
  if (!Number.isFinite(days) || days < 1) return t("They take {now} now.", { now })
  return t("They take {now} now; {days} of them take about {later}.", {
    now,
    days: plural(days, "day"),
    later: fileSize(bytesADay * days),
  })
}

/** Say what goes when less is kept than now; null when nothing does. */
export function lossWords(before: RetentionInput, after: RetentionInput): string | null {
  const [losesSamples, losesHours] = [after.raw_days < before.raw_days, after.hour_days < before.hour_days]
  const [samples, hours] = [plural(after.raw_days, "day"), plural(after.hour_days, "day")]
  if (losesSamples && losesHours)
    return t(
      "Samples older than {samples} and hours older than {hours} go the next night and cannot be had back. Days and posts stay for ever.",
      { samples, hours },
    )
  if (losesSamples)
    return t(
      "Samples older than {samples} go the next night and cannot be had back. Days and posts stay for ever.",
      { samples },
    )
  if (!losesHours) return null
  return t(
    "Hours older than {hours} go the next night and cannot be had back. Days and posts stay for ever.",
    { hours },
  )
}

/** Say what was chosen. */
export function savedWords({ raw_days, hour_days }: RetentionInput): string {
  return t("Samples are kept for {samples}, hours for {hours}.", {
    samples: plural(raw_days, "day"),
    hours: plural(hour_days, "day"),
  })
}

/** Say how long things are kept, for who cannot change it. */
export function keptWords({ raw_days, hour_days, samples_bytes, hours_bytes }: Retention): string {
  return t(
    "Samples are kept for {samples} and take {samples_bytes} now; hours for {hours}, which take {hours_bytes}.",
    {
      samples: plural(raw_days, "day"),
      samples_bytes: fileSize(samples_bytes),
      hours: plural(hour_days, "day"),
      hours_bytes: fileSize(hours_bytes),
    },
  )
}

/** Say what the rest takes. */
export function foreverWords({ days_bytes, posts_bytes }: Retention): string {
  return t("Days and posts stay for ever: they take {bytes} now.", {
    bytes: fileSize(days_bytes + posts_bytes),
  })
}
