import type { Finding, MediaFix } from "@/lib/api/types"
import { type Message, m, t } from "@/lib/i18n"
import type { StatusWords } from "@/lib/status"

export const verdictWords: Record<Finding["severity"], StatusWords> = {
  refused: { tone: "failed", word: m("TikTok will refuse it"), hint: m("It breaks a rule TikTok checks.") },
  risky: { tone: "needs-you", word: m("Risky"), hint: m("TikTok may refuse it, or make it look worse.") },
  fine: { tone: "published", word: m("Ready for TikTok"), hint: m("It keeps every rule TikTok checks.") },
}

const deeds: Record<MediaFix["fixes"][number], Message> = {
  remux: m("move the index to the front"),
  encode: m("convert to H.264 and AAC"),
  frame_rate: m("even out the frame rate"),
  size: m("resize the picture, keeping its proportions"),
  trim: m("cut the end off"),
  jpeg: m("make it a JPEG"),
}

/** Say what a set of fixes does: "Makes a new file here: resize the picture. The original stays." */
export function fixWords(fixes: MediaFix["fixes"]): string {
  return t("Makes a new file on this server: {deeds}. The original stays.", {
    deeds: fixes.map((fix) => t(deeds[fix])).join(", "),
  })
}
