import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import type { components } from "../src/lib/api/schema.gen"
import { ledgerAfter } from "./sandbox"
import { callApi, expect, signIn, test } from "./support"

type Schemas = components["schemas"]
const ROOT = new URL("../..", import.meta.url).pathname
const DEMO = ["studio.nord", "linden.private", "quiet.room", "solo.takes", "paused.north", "short.cuts"]
const METRICS = ["followers", "followers_gained", "views", "likes", "comments", "shares", "engagement_rate"]
const RANGE = "range=90d"
const MOST_DAYS = 58 // of sixty: the first is not whole

async function demoAccounts(page: Page): Promise<Schemas["AnalyzedAccountOut"][]> {
  const fleet = await callApi<Schemas["FleetOut"]>(page, "GET", `/analytics/accounts?${RANGE}`)
  return fleet.items.map(({ account }) => account).filter(({ handle }) => DEMO.includes(handle.slice(1)))
}

test("two months of six accounts fill every chart", async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page)
  const changes = (await ledgerAfter(0)).filter(({ event }) => event === "clock.changed")
  expect(changes.length, "steps of the sandbox's clock").toBeGreaterThan(100)

  const accounts = await demoAccounts(page)
  expect(accounts.length).toBe(DEMO.length)
  for (const { id, handle } of accounts) {
    for (const metric of METRICS) {
      const path = `/analytics/accounts/${id}/timeseries?metric=${metric}&${RANGE}`
      const { points } = await callApi<Schemas["TimeSeriesOut"]>(page, "GET", path)
      const known = points.filter(({ value }) => value !== null)
      expect(known.length, `${metric} of ${handle}`).toBeGreaterThan(MOST_DAYS)
    }
    for (const metric of ["followers", "views"]) {
      const path = `/analytics/accounts/${id}/forecast?metric=${metric}`
      const forecast = await callApi<Schemas["ForecastOut"]>(page, "GET", path)
      expect(forecast.is_known, `forecast of ${metric} of ${handle}: ${forecast.reason}`).toBe(true)
      expect(forecast.judged_days, "days of earlier forecasts that have come").toBeGreaterThan(14)
    }
    const posts = await callApi<Schemas["PostListOut"]>(
      page,
      "GET",
      `/analytics/posts?account_id=${id}&${RANGE}&order=viral_score&limit=100`,
    )
    expect(posts.items.filter(({ viral_score }) => viral_score !== null).length).toBeGreaterThan(20)
  }

  const times = await Promise.all(
    accounts.map(({ id }) =>
      callApi<Schemas["BestTimesOut"]>(page, "GET", `/analytics/insights/best-times?account_id=${id}`),
    ),
  )
  const ranked = times.filter(({ is_known }) => is_known)
  expect(ranked.length, times.map(({ reason }) => reason).join(" ")).toBeGreaterThan(0)
  for (const found of ranked) {
    expect(found.times).toHaveLength(3)
    expect(found.uplift).toHaveLength(168)
  }
  const hashtags = await callApi<Schemas["HashtagPerformanceOut"]>(
    page,
    "GET",
    `/analytics/insights/hashtags?${RANGE}`,
  )
  expect(hashtags.items.length).toBeGreaterThan(5)
  await seeOverviews(page, accounts)
})

async function seeOverviews(page: Page, accounts: Schemas["AnalyzedAccountOut"][]): Promise<void> {
  const dashboard = await callApi<Schemas["DashboardOut"]>(page, "GET", `/analytics/dashboard?${RANGE}`)
  expect(dashboard.days.filter(({ views }) => views !== null).length).toBeGreaterThan(MOST_DAYS)
  expect(dashboard.top_posts).toHaveLength(10)
  const query = accounts.map(({ id }) => `account_id=${id}`).join("&")
  const compared = await callApi<Schemas["ComparisonOut"]>(
    page,
    "GET",
    `/analytics/compare?${query}&${RANGE}`,
  )
  expect(compared.items).toHaveLength(DEMO.length)
  const expected = await Promise.all(
    dashboard.top_posts.map(({ id }) =>
      callApi<Schemas["PostAnalyticsOut"]>(page, "GET", `/analytics/posts/${id}`),
    ),
  )
  expect(
    expected.some((post) => post.expected.length > 0),
    "early views are foretold",
  ).toBe(true)
  expect(expected.every((post) => post.ages.length > 0 || post.viral.reason !== "")).toBe(true)
}

type Opened = { rows: number; views_gain: number; columns?: string[]; ids_are_text?: boolean }
type Files = Record<"xlsx" | "xlsx_pandas" | "parquet" | "csv" | "json" | "posts", Opened> & {
  pdf: { pages: number; text: string }
}

test("exported files open where people open them, and hold what the charts show", async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page)
  const account = (await demoAccounts(page)).find(({ handle }) => handle === "@solo.takes")
  if (!account) throw new Error("no @solo.takes in the demo workspace")
  const path = `/analytics/accounts/${account.id}/timeseries?metric=views&${RANGE}`
  const series = await callApi<Schemas["TimeSeriesOut"]>(page, "GET", path)
  const days = `account_id=${account.id}&since=${series.range.since}&until=${series.range.until}`
  const folder = mkdtempSync(join(tmpdir(), "carillon-files-"))
  try {
    for (const format of ["csv", "xlsx", "parquet", "json"]) {
      await keep(page, `/analytics/export?what=days&format=${format}&${days}`, join(folder, `days.${format}`))
    }
    await keep(page, `/analytics/export?what=posts&format=parquet&${days}`, join(folder, "posts.parquet"))
    await keep(page, `/analytics/report?${days}`, join(folder, "report.pdf"))
    const answer = execFileSync(join(ROOT, ".venv/bin/python"), [
      join(ROOT, "frontend/e2e/open_files.py"),
      folder,
    ])
    const found = JSON.parse(answer.toString().trim().split("\n").at(-1) ?? "") as Files

    const gained = series.points.reduce((sum, { gained }) => sum + (gained ?? 0), 0)
    for (const kind of ["xlsx", "xlsx_pandas", "parquet", "csv", "json"] as const) {
      expect(found[kind].rows, kind).toBe(series.points.length)
      expect(found[kind].views_gain, kind).toBe(gained)
    }
    expect(found.posts.ids_are_text, "ids of 19 digits").toBe(true)
    expect(found.pdf.pages).toBeGreaterThan(0)
    expect(found.pdf.text).toContain("@solo.takes")
  } finally {
    rmSync(folder, { recursive: true })
  }
})

async function keep(page: Page, path: string, target: string): Promise<void> {
  const answer = await page.request.get(`${new URL(page.url()).origin}/api/v1${path}`)
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200)
  writeFileSync(target, await answer.body())
}
