import type { Compared, Dashboard, DayFigures, FleetAccount, PostFigures, Refresh } from "@/lib/api/types"
import { DAYS, makeAnalyzed, makeFigures, makeMetrics, makeQuality } from "./make-analytics"

export function makeDay(day: number, part: Partial<DayFigures> = {}): DayFigures {
  return {
    day: `2026-11-${day}`,
    views: 1_000,
    followers_net: 10,
    followers_gained: 12,
    followers_lost: 2,
    posts: 0,
    is_interpolated: false,
    held_out: 0,
    ...part,
  }
}

const week = () => [18, 19, 20, 21, 22, 23, 24].map((day) => makeDay(day))

export function makeDashboard(part: Partial<Dashboard> = {}): Dashboard {
  const { engagement } = makeMetrics()
  return {
    range: DAYS,
    accounts: 2,
    followers: 57_300,
    followers_net: 1_200,
    followers_net_before: 800,
    engagement: engagement as Dashboard["engagement"],
    quality: makeQuality(),
    days: week(),
    top_posts: [makeFigures()],
    stale: [],
    doubted: [],
    updated_at: "2026-11-24T11:56:00Z",
    ...part,
  }
}

export function makeFleetAccount(
  id: string,
  handle: string,
  part: Partial<Omit<FleetAccount, "account">> = {},
): FleetAccount {
  return {
    account: makeAnalyzed({ id, handle, nickname: handle.slice(1) }),
    followers: 1_000,
    followers_net: 10,
    followers_net_before: 5,
    views: 500,
    views_before: 400,
    engagement_rate: 0.05,
    posts: 2,
    held_out: 0,
    ...part,
  }
}

export function makeCompared(
  id: string,
  handle: string,
  part: Partial<Omit<Compared, "account">> = {},
): Compared {
  return {
    account: makeAnalyzed({ id, handle }),
    followers: 2_000,
    followers_net: 70,
    views: 7_000,
    engagement_rate: 0.05,
    posts: 2,
    views_per_day: 1_000,
    followers_net_per_day: 10,
    views_per_thousand_followers: 3_500,
    quality: makeQuality(),
    days: week(),
    ...part,
  }
}

export function makePostFigures(part: Partial<PostFigures> = {}): PostFigures {
  return {
    ...makeFigures(),
    duration_s: 21,
    updated_at: "2026-11-23T17:00:00Z",
    is_doubted: false,
    gone_since: null,
    ages: [
      { age_h: 1, views: 100, likes: 9, comments: 1, shares: 1 },
      { age_h: 2, views: 300, likes: 30, comments: 1, shares: 1 },
      { age_h: 24, views: 8_000, likes: 700, comments: 30, shares: 40 },
    ],
    viral: {
      score: 86.4,
      reason: "",
      age_h: 24,
      parts: [
        { name: "reach", z: 1.9, weighted: 1.33 },
        { name: "shares", z: -0.52, weighted: -0.1 },
        { name: "engagement", z: 0.01, weighted: 0 },
      ],
      baseline_posts: 40,
      fleet_accounts: 12,
      confidence: "high",
      usual_views: 2_900,
      times: 2.76,
    },
    expected: [
      { age_h: 3, middle: null, low: 4_000, high: 21_000, came: null },
      { age_h: 24, middle: 15_000, low: 11_000, high: 19_000, came: null },
    ],
    ...part,
  }
}

export function makeRefresh(part: Partial<Refresh> = {}): Refresh {
  return {
    account_id: "acc-nord",
    status: "none",
    asked_at: null,
    ended_at: null,
    posts: 0,
    error: "",
    look_at: "/api/v1/analytics/refresh/acc-nord",
    ...part,
  }
}
