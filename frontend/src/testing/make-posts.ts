import type { Post, Publication } from "@/lib/api/types"
import { makeAccount, makeAsset } from "./makers"

export function makePublication(part: Partial<Publication> = {}): Publication {
  const { id, username, nickname, avatar_url } = makeAccount()
  return {
    id: "pub",
    account: { id, username, nickname, avatar_url },
    state: "scheduled",
    due_at: "2026-11-24T17:00:00Z",
    privacy_level: "PUBLIC_TO_EVERYONE",
    allow_comment: false,
    allow_duet: false,
    allow_stitch: false,
    disclosure: false,
    your_brand: false,
    branded_content: false,
    is_aigc: false,
    auto_add_music: false,
    own_caption: null,
    tiktok_post_ids: [],
    finished_at: null,
    bytes_sent: null,
    bytes_total: null,
    reason: null,
    tiktok_post_id: null,
    tiktok_url: null,
    published_at: null,
    can_retry: false,
    can_cancel: true,
    can_settle: false,
    post_mode: "DIRECT_POST",
    remedy: "cancel",
    ...part,
  }
}

export function makePost(part: Partial<Post> = {}): Post {
  return {
    late_limit_min: 360,
    stagger_min: 0,
    id: "post",
    kind: "video",
    title: "",
    cover_index: 0,
    cover_ms: 0,
    caption: "Morning light",
    media: [makeAsset()],
    status: "scheduled",
    timing_mode: "at",
    due_at: "2026-11-24T17:00:00Z",
    local_time: "2026-11-24T18:00",
    time_zone: "Europe/Berlin",
    created_at: "2026-11-22T08:00:00Z",
    updated_at: "2026-11-22T08:00:00Z",
    can_edit: true,
    can_delete: true,
    slideshow: null,
    publications: [makePublication()],
    ...part,
  }
}
