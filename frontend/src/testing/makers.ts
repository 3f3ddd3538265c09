import type {
  Account,
  AccountGroup,
  CreatorInfo,
  Me,
  MediaAsset,
  MediaVerdict,
  TikTokApp,
  TikTokAppList,
} from "@/lib/api/types"

/** Legal rows of data; a test names only what it is about. */
export function makeMe(part: Partial<Me> = {}): Me {
  return {
    id: "me",
    email: "nora@studio.example",
    name: "Nora",
    language: "en",
    time_zone: "Europe/Berlin",
    workspace: {
      id: "ws",
      name: "Studio Nord",
      time_zone: "Europe/Berlin",
      role: "owner",
      slideshow_encoder: "authored",
    },
    created_at: "2026-11-01T08:00:00Z",
    ...part,
  }
}

export function makeAccount(part: Partial<Account> = {}): Account {
  return {
    id: "acc-nord",
    username: "studio.nord",
    nickname: "Studio Nord",
    avatar_url: null,
    status: "connected",
    trouble: null,
    features: (["profile", "stats", "analytics", "posting", "drafts"] as const).map((feature) => ({
      feature,
      available: true,
      sentence: null,
    })),
    scopes: ["user.info.basic", "video.publish"],
    can_publish: true,
    can_draft: true,
    post_mode: "DIRECT_POST",
    photo_problem: null,
    follower_count: 12_431,
    following_count: 10,
    likes_count: 20,
    video_count: 3,
    connected_at: "2026-11-01T08:00:00Z",
    synced_at: "2026-11-22T08:00:00Z",
    refresh_expires_at: "2027-05-01T08:00:00Z",
    app_id: "app-own",
    app_name: "This server's app",
    paused_at: null,
    paused_by: null,
    group_ids: [],
    ...part,
  }
}

export function makeGroup(part: Partial<AccountGroup> = {}): AccountGroup {
  return { id: "group-de", name: "Brand DE", account_ids: ["acc-nord"], ...part }
}

export function makeApp(part: Partial<TikTokApp> = {}): TikTokApp {
  return {
    id: "app-own",
    name: "This server's app",
    client_key: "sandbox-key",
    platform: "desktop",
    audited: true,
    scopes: ["user.info.basic", "video.publish"],
    is_own: true,
    is_enabled: true,
    problem: null,
    tested_at: null,
    account_count: 6,
    pull_prefix: "",
    pull_checked_at: null,
    pull_problem: null,
    ...part,
  }
}

export function makeAppList(part: Partial<TikTokAppList> = {}): TikTokAppList {
  return {
    items: [makeApp()],
    can_change: true,
    redirect_uri: "http://localhost:4100/accounts/connect/callback",
    platforms: [
      { platform: "web", usable: false, reason: "TikTok sends a web app back to an https address only." },
      { platform: "desktop", usable: true, reason: null },
    ],
    webhook_url: "http://localhost:4100/webhooks/tiktok",
    webhook_note: "TikTok delivers to public https addresses only.",
    ...part,
  }
}

export function makeCreatorInfo(part: Partial<CreatorInfo> = {}): CreatorInfo {
  return {
    account_id: "acc-nord",
    username: "studio.nord",
    nickname: "Studio Nord",
    avatar_url: null,
    privacy_level_options: ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"],
    comment_disabled: false,
    duet_disabled: false,
    stitch_disabled: false,
    max_video_post_duration_ms: 600_000,
    can_post: true,
    reason: null,
    app: {
      id: "app-own",
      name: "This server's app",
      audited: true,
      creators_used: 0,
      creators_cap: null,
      room_from: null,
    },
    notes: [],
    fetched_at: "2026-11-22T08:00:00Z",
    ...part,
  }
}

export function makeAsset(part: Partial<MediaAsset> = {}): MediaAsset {
  return {
    id: "clip",
    file_name: "bigbuckbunny.mp4",
    kind: "video",
    mime_type: "video/mp4",
    size_bytes: 1_055_736,
    sha256: "ab".repeat(32),
    status: "ready",
    rejection: null,
    duration_ms: 5_280,
    width: 1280,
    height: 720,
    frame_rate: 25,
    video_codec: "h264",
    thumbnail_url: null,
    file_url: "/api/v1/media/clip/file",
    file_path: "media/ws/clip",
    origin_id: null,
    verdict: { worst: "fine", findings: [], fixes: [] },
    tags: [],
    filmstrip: null,
    uploaded_by: "Nora Linden",
    audio_codec: "aac",
    created_at: "2026-11-22T08:00:00Z",
    ...part,
  }
}

export function makeVerdict(part: Partial<MediaVerdict> = {}): MediaVerdict {
  return {
    worst: "fine",
    findings: [],
    fixes: [],
    accounts: [],
    will_be_refused: false,
    trim: null,
    ...part,
  }
}

export { makeHealth, makePublishingHealth, makeQuarantine, makeTrouble } from "./make-health"
export { makePost, makePublication } from "./make-posts"
