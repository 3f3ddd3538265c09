import type { TikTokApp } from "@/lib/api/types"
import type { StatusWords } from "@/lib/status"

export function platformWord(platform: TikTokApp["platform"]): string {
  return platform === "web" ? "Web" : "Desktop"
}

/** How an app is: its trouble first, then whether it is in use, then what TikTok allows it. */
export function appStatus(app: TikTokApp): StatusWords {
  if (app.problem) return { tone: "failed", word: "TikTok does not accept it", hint: app.problem.code }
  if (!app.is_enabled)
    return { tone: "held", word: "Switched off", hint: "The posts of its accounts are held." }
  if (app.audited) return { tone: "published", word: "Audited", hint: "It passed TikTok's audit." }
  return { tone: "needs-you", word: "Not audited", hint: "TikTok allows it little until its audit." }
}

/** The apps an account can be connected by now. */
export function usableApps(apps: readonly TikTokApp[]): TikTokApp[] {
  return apps.filter(({ is_enabled, problem }) => is_enabled && !problem)
}
