import { localTime } from "@/lib/dates"
import { type Message, m } from "@/lib/i18n"
import { saveFile } from "@/lib/save-file"

const WEEK = 7 * 86_400_000
/** Without it Excel takes UTF-8 for its own old encoding. */
const BOM = "\ufeff"

/** What the columns are for, as a person fills them in. */
export const columns: { name: string; sentence: Message }[] = [
  { name: "caption", sentence: m("What the post says, hashtags and all.") },
  { name: "media", sentence: m("File names in the library, several with | between them.") },
  { name: "accounts", sentence: m("Handles, with or without @, several with | between them.") },
  { name: "local_time", sentence: m("2026-12-01 18:00; or two columns, date and time.") },
  { name: "time_zone", sentence: m("Such as Europe/Berlin; empty means the zone chosen here.") },
  { name: "privacy", sentence: m("public, friends, followers or only me. There is no default.") },
  { name: "comment, duet, stitch", sentence: m("yes or no. Empty means no.") },
  { name: "your_brand, branded_content", sentence: m("yes where the post promotes you, or somebody else.") },
  { name: "aigc", sentence: m("yes for AI-generated content.") },
  {
    name: "status",
    sentence: m("draft or scheduled; empty means scheduled when there is a time and an account."),
  },
  {
    name: "kind, title, cover, music",
    sentence: m("For photos: photo or slideshow, a title, the cover's number, yes."),
  },
  { name: "mode", sentence: m("direct or inbox; empty means as the account has it.") },
  { name: "cover_ms", sentence: m("For videos: the moment whose picture is the cover, in milliseconds.") },
  {
    name: "late_limit_min, stagger_min",
    sentence: m("Minutes: how late without asking, and how far spread."),
  },
]

/** Return a file to start from: the columns and two rows that show how they are filled in. */
export function makeTemplate(zone: string, now = Date.now()): string {
  const at = `${localTime(now + WEEK, zone).slice(0, 10)} 18:00`
  const names =
    "caption,kind,media,accounts,local_time,time_zone,privacy,comment,duet,stitch,your_brand,branded_content,aigc,status"
  const rows = [
    `"Morning light, take two #behindthescenes",video,morning.mp4,your.account,${at},${zone},public,yes,no,no,no,no,no,scheduled`,
    "Three photos of one day,photo,dawn.jpg|noon.jpg|night.jpg,your.account|another.account,,,,,,,,,,draft",
  ]
  return `${BOM}${[names, ...rows].join("\r\n")}\r\n`
}

export function saveTemplate(zone: string): void {
  saveFile(new Blob([makeTemplate(zone)], { type: "text/csv" }), "carillon-template.csv")
}
