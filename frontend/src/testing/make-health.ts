import type { TikTokHealth } from "@/lib/api/types"

export function makeHealth(part: Partial<TikTokHealth> = {}): TikTokHealth {
  return { troubles: [], limiter: { degraded_since: null }, ...part }
}

type Trouble = TikTokHealth["troubles"][number]

export function makeTrouble(part: Partial<Trouble> = {}): Trouble {
  const sentence = "TikTok is having trouble since 14:03. Posts wait and go out in order by themselves."
  return { app: "Carillon", group: "posting", since: "2026-11-24T13:03:00Z", sentence, ...part }
}
