import type { ImportItem, ImportResult } from "@/lib/api/types"
import { makeAccount } from "./makers"

export function makeImportItem(part: Partial<ImportItem> = {}): ImportItem {
  const { id, username, nickname, avatar_url } = makeAccount()
  return {
    line: 2,
    outcome: "scheduled",
    post_id: null,
    same_line: null,
    kind: "video",
    caption: "Morning light",
    title: "",
    media: [{ id: "clip", file_name: "morning.mp4", kind: "video", duration_ms: 5_000, thumbnail_url: null }],
    accounts: [{ account: { id, username, nickname, avatar_url }, post_mode: "DIRECT_POST" }],
    local_time: "2027-06-01T18:00",
    time_zone: "Europe/Berlin",
    due_at: "2027-06-01T16:00:00Z",
    clock: "plain",
    lacks: [],
    privacy_level: "PUBLIC_TO_EVERYONE",
    allow_comment: false,
    allow_duet: false,
    allow_stitch: false,
    disclosure: false,
    your_brand: false,
    branded_content: false,
    is_aigc: false,
    auto_add_music: false,
    problems: [],
    ...part,
  }
}

/** An answer about these rows, counted as the API counts them. */
export function makeImportResult(items: ImportItem[], part: Partial<ImportResult> = {}): ImportResult {
  const of = (outcome: ImportItem["outcome"]) => items.filter((item) => item.outcome === outcome).length
  return {
    dry_run: true,
    scheduled: of("scheduled"),
    drafts: of("draft"),
    repeated: of("repeated"),
    refused: of("refused"),
    delimiter: ",",
    date_order: null,
    ignored_columns: [],
    items,
    ...part,
  }
}
