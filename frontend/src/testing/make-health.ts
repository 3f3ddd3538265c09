import type { PublishingHealth, TikTokHealth } from "@/lib/api/types"

export function makeHealth(part: Partial<TikTokHealth> = {}): TikTokHealth {
  return { troubles: [], limiter: { degraded_since: null }, ...part }
}

type Trouble = TikTokHealth["troubles"][number]

export function makeTrouble(part: Partial<Trouble> = {}): Trouble {
  const sentence = "TikTok is having trouble since 14:03. Posts wait and go out in order by themselves."
  return { app: "Carillon", group: "posting", since: "2026-11-24T13:03:00Z", sentence, ...part }
}

/** Everything at work, and no restore. */
export function makePublishingHealth(part: Partial<PublishingHealth> = {}): PublishingHealth {
  const well = { alive: true, sentence: "" }
  return {
    sweeper: { ...well, seconds_ago: 2 },
    clock: { ...well, seconds_ago: 12 },
    quarantine: null,
    ...part,
  }
}

type Quarantine = NonNullable<PublishingHealth["quarantine"]>

/** A restore that has been looked through. */
export function makeQuarantine(part: Partial<Quarantine> = {}): Quarantine {
  return {
    since: "2026-11-22T10:00:00Z",
    gap_from: "2026-11-22T09:00:00Z",
    reason: "The database is behind.",
    is_checked: true,
    published: 0,
    asked_people: 0,
    not_asked: 0,
    ...part,
  }
}
