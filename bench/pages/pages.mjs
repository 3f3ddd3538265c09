// Opens each page in a fresh browser and adds up the scripts that really came over the wire.
import { createRequire } from "node:module"
import os from "node:os"

const frontend = new URL("../../frontend/", import.meta.url)
const { chromium } = createRequire(new URL("package.json", frontend))("@playwright/test")
const { findBrowser } = await import(new URL("e2e/browser.mjs", frontend))

const base = process.env.E2E_BASE_URL
const LIMIT = 195
// What is opened most often has to be there sooner.
const LIST_LIMIT = 180
const LISTS = new Set(["sign-in", "sign-up", "home", "accounts", "posts", "library", "notifications"])
const limitOf = (name) => (LISTS.has(name) ? LIST_LIMIT : LIMIT)
const ENTRANCES = new Set(["sign-in", "sign-up"])
const PAGES = {
  "sign-in": "/sign-in",
  "sign-up": "/sign-up",
  home: "/",
  accounts: "/accounts",
  calendar: "/calendar",
  day: "/calendar?view=day",
  slots: "/calendar/slots",
  series: "/calendar/series",
  posts: "/posts",
  grid: "/posts?view=grid",
  post: "",
  import: "/posts/import",
  library: "/library",
  analytics: "/analytics",
  compare: "/analytics/compare",
  figures: "",
  "post-figures": "",
  notifications: "/notifications",
  settings: "/settings",
  audit: "/settings/audit",
  "tiktok-apps": "/settings/tiktok-apps",
  "tiktok-audit": "/settings/tiktok-audit",
  compose: "/compose",
}

const browser = await chromium.launch(await findBrowser())
try {
  await main()
} finally {
  await browser.close()
}

async function main() {
  const state = await signIn()
  PAGES.post = await firstPost(state)
  Object.assign(PAGES, await firstFigures(state))
  const floor = await measure("/there-is-no-such-page", state)
  const found = {}
  for (const [name, path] of Object.entries(PAGES)) {
    if (path) found[name] = await measure(path, ENTRANCES.has(name) ? undefined : state)
  }
  report(found, floor)
}

async function signIn() {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${base}/sign-in`, { waitUntil: "networkidle" })
  await page.getByLabel("E-mail").fill(process.env.E2E_DEMO_EMAIL ?? "")
  await page.getByLabel("Password", { exact: true }).fill(process.env.E2E_DEMO_PASSWORD ?? "")
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL(`${base}/`)
  const state = await context.storageState()
  await context.close()
  return state
}

/** A new workspace has no post; then a draft is made, so that the post page is measured full. */
async function firstPost(state) {
  const context = await browser.newContext({ storageState: state })
  const data = { kind: "video", caption: "Measured", timing: { mode: "draft" } }
  const headers = { "X-Carillon": "1", Origin: new URL(base).origin }
  const list = await (await context.request.get(`${base}/api/v1/posts?limit=1`)).json()
  const post = list.items[0] ?? (await (await context.request.post(`${base}/api/v1/posts`, { data, headers })).json())
  await context.close()
  return `/posts/${post.id}`
}

/** An account's and a post's figures, where there are any. */
async function firstFigures(state) {
  const context = await browser.newContext({ storageState: state })
  const first = async (path) => (await (await context.request.get(`${base}/api/v1/${path}`)).json()).items[0]
  const [account, post] = [await first("accounts?limit=1"), await first("analytics/posts?range=365d&limit=1")]
  await context.close()
  return {
    figures: account ? `/analytics/accounts/${account.id}` : "",
    "post-figures": post ? `/analytics/posts/${post.id}` : "",
  }
}

/** Nothing is cached: every page gets a browser profile of its own. The limits are in gzip; most browsers get the smaller Brotli. */
async function measure(path, storageState) {
  const extraHTTPHeaders = { "accept-encoding": "gzip" }
  const context = await browser.newContext({ storageState, extraHTTPHeaders, viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const scripts = new Map()
  const sizes = []
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return
    sizes.push(request.sizes().then(({ responseBodySize }) => scripts.set(request.url(), responseBodySize)))
  })
  await page.goto(base + path, { waitUntil: "networkidle" })
  await page.waitForTimeout(1_500)
  await Promise.all(sizes)
  const links = await page.$$eval("a[href^='/']", (all) => [...new Set(all.map((a) => new URL(a.href).pathname))])
  await context.close()
  return { path, scripts, links, kib: sum(scripts) }
}

function sum(scripts) {
  return [...scripts.values()].reduce((total, bytes) => total + bytes, 0) / 1024
}

/** Next's own default fetches the scripts of every page that a visible link leads to. */
function withPrefetch(one, found) {
  const linked = Object.values(found).filter(({ path }) => one.links.includes(path))
  return sum(new Map([...one.scripts, ...linked.flatMap(({ scripts }) => [...scripts])]))
}

function report(found, floor) {
  const machine = `${os.cpus().length} cores (${os.cpus()[0]?.model ?? "unknown"}), node ${process.version}`
  console.log(`JavaScript over the wire on a cold load, gzip, KiB. Chromium ${browser.version()}, ${machine}`)
  console.log(`Floor: a page of ours that shows one sentence fetches ${floor.kib.toFixed(1)}`)
  console.log("page           ours   with Next's default prefetch   limit")
  const pages = {}
  let over = 0
  for (const [name, one] of Object.entries(found)) {
    const limit = limitOf(name)
    if (one.kib > limit) over += 1
    pages[name] = { kb: round(one.kib), prefetch_kb: round(withPrefetch(one, found)), limit_kb: limit }
    const cells = [pages[name].kb.toFixed(1).padStart(6), pages[name].prefetch_kb.toFixed(1).padStart(10)]
    console.log(`${name.padEnd(13)} ${cells.join("  ")} ${String(limit).padStart(26)}${one.kib > limit ? "  over" : ""}`)
  }
  const max_kb = Math.max(...Object.values(pages).map(({ kb }) => kb))
  console.log(JSON.stringify({ bench: "pages", max_kb, floor_kb: round(floor.kib), pages }))
  process.exitCode = over > 0 ? 1 : 0
}

function round(kib) {
  return Math.round(kib * 10) / 10
}
