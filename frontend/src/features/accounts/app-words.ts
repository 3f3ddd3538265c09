import type { TikTokApp } from "@/lib/api/types"
import { m, said, t } from "@/lib/i18n"
import type { StatusWords } from "@/lib/status"

export function platformWord(platform: TikTokApp["platform"]): string {
  return platform === "web" ? t("Web") : t("Desktop")
}

/** How an app is: its trouble first, then whether it is in use, then what TikTok allows it. */
export function appStatus(app: TikTokApp): StatusWords {
  if (app.problem)
    return { tone: "failed", word: m("TikTok does not accept it"), hint: said(app.problem.code) }
  if (!app.is_enabled)
    return { tone: "held", word: m("Switched off"), hint: m("The posts of its accounts are held.") }
  if (app.audited) return { tone: "published", word: m("Audited"), hint: m("It passed TikTok's audit.") }
  return { tone: "needs-you", word: m("Not audited"), hint: m("TikTok allows it little until its audit.") }
}

/** The apps an account can be connected by now. */
export function usableApps(apps: readonly TikTokApp[]): TikTokApp[] {
  return apps.filter(({ is_enabled, problem }) => is_enabled && !problem)
}
