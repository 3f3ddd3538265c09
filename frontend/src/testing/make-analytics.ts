import type {
  AccountMetrics,
  AnalyzedAccount,
  BestTimes,
  Days,
  Forecast,
  PostSummary,
  Quality,
  TimeSeries,
} from "@/lib/api/types"

/** Legal figures; a test names only what it is about. Seven days, so that each can be looked at. */
export const DAYS: Days = { since: "2026-11-18", until: "2026-11-24", time_zone: "Europe/Berlin" }

export function makeAnalyzed(part: Partial<AnalyzedAccount> = {}): AnalyzedAccount {
  return {
    id: "acc-nord",
    handle: "@studio.nord",
    nickname: "Studio Nord",
    status: "connected",
    updated_at: "2026-11-24T11:56:00Z",
    is_doubted: false,
    refresh_status: "none",
    refresh_error: "",
    ...part,
  }
}

export function makeQuality(part: Partial<Quality> = {}): Quality {
  return { days: 7, days_measured: 7, coverage: 0.93, held_out: 0, new_beginnings: 0, ...part }
}

const engagement = {
  views: 12_431,
  likes: 900,
  comments: 40,
  shares: 60,
  engagement_rate: 0.0805,
  posts: 3,
  views_before: 11_100,
  views_change: 0.12,
  engagement_rate_before: 0.075,
}

export function makeMetrics(part: Partial<AccountMetrics> = {}): AccountMetrics {
  return {
    account: makeAnalyzed(),
    range: DAYS,
    growth: {
      followers: 48_200,
      followers_at_start: 47_000,
      gained: 1_300,
      lost: 100,
      net: 1_200,
      rate: 0.0255,
      net_before: 800,
      change: 0.5,
    },
    engagement,
    audience: {
      followers: 48_200,
      following: 12,
      profile_likes: 900_000,
      public_posts: 41,
      not_provided: ["age", "watch_time"],
      why: "not provided by TikTok",
    },
    quality: makeQuality(),
    missing: {},
    ...part,
  }
}

type Point = TimeSeries["points"][number]

export function makePoint(day: number, part: Partial<Point> = {}): Point {
  const start = `2026-11-${day}`
  return {
    start,
    value: 100,
    gained: 100,
    lost: 0,
    coverage: 1,
    is_interpolated: false,
    held_out: 0,
    ...part,
  }
}

export function makeSeries(part: Partial<TimeSeries> = {}): TimeSeries {
  return {
    account: makeAnalyzed(),
    range: DAYS,
    metric: "views",
    granularity: "day",
    points: [18, 19, 20, 21, 22, 23, 24].map((day) => makePoint(day)),
    missing_scope: "",
    ...part,
  }
}

export function makeForecast(part: Partial<Forecast> = {}): Forecast {
  return {
    account: makeAnalyzed(),
    metric: "followers",
    is_known: true,
    reason: "",
    basis_days: 40,
    history: [
      { day: "2026-11-22", value: 48_000 },
      { day: "2026-11-23", value: 48_100 },
    ],
    days: [
      { day: "2026-11-24", middle: 48_200, low: 48_000, high: 48_400 },
      { day: "2026-11-25", middle: 48_300, low: 47_900, high: 48_700 },
    ],
    nominal_coverage: 0.8,
    realised_coverage: 0.76,
    judged_days: 50,
    ...part,
  }
}

export function makeBestTimes(part: Partial<BestTimes> = {}): BestTimes {
  const uplift = Array.from({ length: 168 }, (_, slot) => (slot === 42 ? 0.25 : -0.01))
  return {
    account: makeAnalyzed(),
    time_zone: "Europe/Berlin",
    is_known: true,
    reason: "",
    source: "mixed",
    own_share: 0.4,
    posts: 77,
    times: [{ slot: 42, weekday: 1, hour: 18, uplift: 0.25, low: 0.1, high: 0.4, posts: 12.4 }],
    uplift,
    posts_by_slot: Array.from({ length: 168 }, (_, slot) => (slot === 42 ? 4 : 0)),
    ...part,
  }
}

export function makeFigures(part: Partial<PostSummary> = {}): PostSummary {
  return {
    id: "0199e1a0-0000-7000-8000-000000000001",
    account_id: "acc-nord",
    handle: "@studio.nord",
    tiktok_id: "71",
    publication_id: null,
    post_id: null,
    caption: "The one with the heron",
    hashtags: [],
    published_at: "2026-11-20T17:00:00Z",
    has_cover: false,
    share_url: "https://www.tiktok.com/@studio.nord/video/71",
    is_gone: false,
    views: 12_431,
    likes: 900,
    comments: 40,
    shares: 60,
    engagement_rate: 0.0805,
    gain_24h: 500,
    gain_7d: 12_431,
    viral_score: 86.4,
    confidence: "high",
    ...part,
  }
}

export {
  makeCompared,
  makeDashboard,
  makeFleetAccount,
  makePostFigures,
  makeRefresh,
} from "./make-analytics-more"
