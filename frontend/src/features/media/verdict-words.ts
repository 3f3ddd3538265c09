import type { Finding, MediaFix } from "@/lib/api/types"
import type { StatusWords } from "@/lib/status"

export const verdictWords: Record<Finding["severity"], StatusWords> = {
  refused: { tone: "failed", word: "TikTok will refuse it", hint: "It breaks a rule TikTok checks." },
  risky: { tone: "needs-you", word: "Risky", hint: "TikTok may refuse it, or make it look worse." },
  fine: { tone: "published", word: "Ready for TikTok", hint: "It keeps every rule TikTok checks." },
}

const deeds: Record<MediaFix["fixes"][number], string> = {
  remux: "move the index to the front",
  encode: "convert to H.264 and AAC",
  frame_rate: "even out the frame rate",
  size: "resize the picture, keeping its proportions",
  trim: "cut the end off",
  jpeg: "make it a JPEG",
}

/** Say what a set of fixes does: "Makes a new file here: resize the picture. The original stays." */
export function fixWords(fixes: MediaFix["fixes"]): string {
  return `Makes a new file on this server: ${fixes.map((fix) => deeds[fix]).join(", ")}. The original stays.`
}
