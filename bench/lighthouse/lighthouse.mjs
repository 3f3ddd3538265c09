// Lighthouse with a mid phone on slow 4G, several times a page: the middle run counts. Twice:
// - applied: the browser is slowed down to it, and what happens then is measured. The bars are for this.
// - simulated, Lighthouse's default: the page is loaded at full speed, and its times are multiplied. A phone's page never waits
//   for this machine's server and browser, which share two cores: of a task of 34 ms in which it ran for 0.1 ms it makes 190.
//
// How much slower than this machine a mid phone is, depends on this machine: Lighthouse's factor of 4 is meant for one with a
// benchmark index of 1,500 to 2,000, and its documentation (docs/throttling.md) asks to calibrate others. So the index is measured
// first, and the factor is what brings it to that of 4 in the middle of that range.
import os from "node:os"
import * as chromeLauncher from "chrome-launcher"
import lighthouse from "lighthouse"
import * as constants from "lighthouse/core/config/constants.js"

const base = process.env.E2E_BASE_URL
const RUNS = Number(process.env.RUNS ?? 3)
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]
/** What a page has to reach: performance; accessibility and best practices are the same for all. */
const PAGES = {
  "sign-in": { path: "/sign-in", performance: 95, isEntrance: true },
  home: { path: "/", performance: 95 },
  calendar: { path: "/calendar", performance: 90 },
  compose: { path: "/compose", performance: 90 },
  analytics: { path: "/analytics", performance: 90 },
  account: { path: "", performance: 90 },
}
/** Our names of Lighthouse's ways of slowing down. */
const METHODS = { applied: "devtools", simulated: "simulate" }
const ACCESSIBILITY = 100
const BEST_PRACTICES = 96
const MID_PHONE = 1_750 / 4
const INDEX_RUNS = 5
const MOST_TRIES = 4

PAGES.account.path = await firstAccount(await signIn())
const index = await measureMachine()
const slowdown = Math.max(1, round(index / MID_PHONE, 2))
await main()

/** Return the median of some of Lighthouse's benchmark indices: one of them alone is off by a quarter now and then. */
async function measureMachine() {
  const found = []
  for (let run = 0; run < INDEX_RUNS; run += 1) found.push((await runOnce("/sign-in", undefined, METHODS.simulated, 1)).index)
  return Math.round(found.sort((one, other) => one - other)[Math.floor(INDEX_RUNS / 2)])
}

async function main() {
  console.log(`Chromium ${process.env.E2E_CHROMIUM}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)} before`)
  console.log(`benchmark index ${index}: a mid phone is ${slowdown} times slower`)
  console.log("page                  perf  (runs)        a11y  best   FCP s  LCP s  TBT ms   CLS")
  const pages = {}
  for (const [name, { path, performance, isEntrance }] of Object.entries(PAGES)) {
    const measured = {}
    for (const [method, throttling] of Object.entries(METHODS)) {
      // Signed in anew: each run has the same cookie, and a session that was renewed meanwhile ends when the old one comes again.
      measured[method] = await measure(path, isEntrance ? undefined : await signIn(), throttling)
      show(name, method, measured[method])
    }
    pages[name] = { ...measured.applied, wanted: performance, simulated: measured.simulated }
  }
  const bars = Object.fromEntries(Object.entries(pages).map(([name, one]) => [name, reaches(one)]))
  console.log(JSON.stringify({ bench: "lighthouse", runs: RUNS, index, slowdown, pages, bars }))
  process.exitCode = Object.values(bars).every(Boolean) ? 0 : 1
}

function reaches({ performance, accessibility, best_practices, wanted }) {
  return performance >= wanted && accessibility >= ACCESSIBILITY && best_practices >= BEST_PRACTICES
}

async function measure(path, cookieHeader, throttling) {
  const found = []
  for (let run = 0; run < RUNS; run += 1) found.push(await runOnce(path, cookieHeader, throttling, slowdown))
  const sorted = found.toSorted((one, other) => one.performance - other.performance)
  const middle = sorted[Math.floor(RUNS / 2)]
  return {
    ...middle,
    performance_runs: sorted.map(({ performance }) => performance),
    accessibility: Math.min(...found.map(({ accessibility }) => accessibility)),
    best_practices: Math.min(...found.map(({ best_practices }) => best_practices)),
    missed: [...new Set(found.flatMap(({ missed }) => missed))],
    complaints: [...new Set(found.flatMap(({ complaints }) => complaints))],
  }
}

/** Run again where the browser's trace has no beginning: then nothing was measured, for good or ill. */
async function runOnce(...wanted) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await runInBrowser(...wanted)
    } catch (error) {
      if (tries === MOST_TRIES || !error.message.includes("NO_NAVSTART")) throw error
    }
  }
}

/** Nothing is cached: each run has a browser of its own. */
async function runInBrowser(path, cookieHeader, throttlingMethod, cpuSlowdownMultiplier) {
  const chrome = await chromeLauncher.launch({ chromePath: process.env.E2E_CHROMIUM, chromeFlags: FLAGS })
  try {
    const { lhr } = await lighthouse(base + path, {
      port: chrome.port,
      output: "json",
      logLevel: "error",
      onlyCategories: ["performance", "accessibility", "best-practices"],
      throttlingMethod,
      throttling: { ...constants.throttling.mobileSlow4G, cpuSlowdownMultiplier },
      ...(cookieHeader ? { extraHeaders: { Cookie: cookieHeader } } : {}),
    })
    if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`)
    if (new URL(lhr.finalDisplayedUrl).pathname !== path) throw new Error(`${path} led to ${lhr.finalDisplayedUrl}`)
    return read(lhr)
  } finally {
    chrome.kill()
  }
}

function read({ categories, audits, environment }) {
  const score = (name) => Math.round((categories[name].score ?? 0) * 100)
  const value = (name) => audits[name].numericValue ?? 0
  const checked = ["accessibility", "best-practices"].flatMap((name) => categories[name].auditRefs)
  return {
    index: environment.benchmarkIndex,
    performance: score("performance"),
    accessibility: score("accessibility"),
    best_practices: score("best-practices"),
    fcp_s: round(value("first-contentful-paint") / 1000, 2),
    lcp_s: round(value("largest-contentful-paint") / 1000, 2),
    tbt_ms: Math.round(value("total-blocking-time")),
    cls: round(value("cumulative-layout-shift"), 3),
    missed: checked.filter(({ id, weight }) => weight > 0 && audits[id].score === 0).map(({ id }) => id),
    complaints: (audits["errors-in-console"].details?.items ?? []).map((one) => one.description.slice(0, 300)),
  }
}

function show(name, method, one) {
  const cells = [
    name.padEnd(10),
    method.padEnd(9),
    String(one.performance).padStart(5),
    `(${one.performance_runs.join(", ")})`.padEnd(15),
    String(one.accessibility).padStart(5),
    String(one.best_practices).padStart(5),
    one.fcp_s.toFixed(2).padStart(7),
    one.lcp_s.toFixed(2).padStart(6),
    String(one.tbt_ms).padStart(7),
    one.cls.toFixed(3).padStart(6),
    one.missed.join(" "),
  ]
  console.log(cells.join(" "))
}

async function signIn() {
  const body = JSON.stringify({ email: process.env.E2E_DEMO_EMAIL, password: process.env.E2E_DEMO_PASSWORD })
  const headers = { "content-type": "application/json", "x-carillon": "1", origin: new URL(base).origin }
  const answer = await fetch(`${base}/session/sign-in`, { method: "POST", headers, body })
  if (!answer.ok) throw new Error(`signing in: ${answer.status}`)
  return (answer.headers.get("set-cookie") ?? "").split(";")[0]
}

async function firstAccount(cookie) {
  const answer = await fetch(`${base}/api/v1/accounts?limit=1`, { headers: { cookie, "x-carillon": "1" } })
  const { items } = await answer.json()
  return `/analytics/accounts/${items[0].id}`
}

function round(value, digits) {
  return Number(value.toFixed(digits))
}
