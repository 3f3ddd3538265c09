// Drags posts from day to day in a month with 2,000 of them, and asks the browser how long each press and release kept the
// page from its next frame (interaction to next paint).
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"

const frontend = new URL("../../frontend/", import.meta.url)
const { chromium } = createRequire(new URL("package.json", frontend))("@playwright/test")
const { findBrowser } = await import(new URL("e2e/browser.mjs", frontend))

const base = process.env.E2E_BASE_URL
const DRAGS = 12
const STEPS = 40

const browser = await chromium.launch(await findBrowser())
try {
  await main()
} finally {
  await browser.close()
}

async function main() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1400 } })
  const page = await context.newPage()
  await signIn(page)
  const plain = await measure(page, 1)
  const slow = await measure(page, 4)
  const drag = { ...plain, slowed_4x: slow, drags: DRAGS, chromium: browser.version() }
  const file = process.env.FOUND
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), drag }))
  console.log(`dragging: INP ${plain.inp_ms} ms, longest frame ${plain.longest_frame_ms} ms, ${plain.posts} posts drawn`)
  console.log(`  with a processor a quarter as quick: INP ${slow.inp_ms} ms, longest frame ${slow.longest_frame_ms} ms`)
}

async function signIn(page) {
  await page.goto(`${base}/sign-in`, { waitUntil: "networkidle" })
  await page.getByLabel("E-mail").fill(process.env.E2E_DEMO_EMAIL ?? "")
  await page.getByLabel("Password", { exact: true }).fill(process.env.E2E_DEMO_PASSWORD ?? "")
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL(`${base}/`)
}

async function measure(page, slowdown) {
  // Next month: all of its posts are still to come, so all of them can be moved.
  const day = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 1, 15)).toISOString().slice(0, 10)
  await page.goto(`${base}/calendar?day=${day}`, { waitUntil: "networkidle" })
  await page.getByRole("button", { name: /^Move to…/ }).first().waitFor({ state: "attached" })
  const posts = await page.locator("[data-day] [role=group]").count()
  const session = await page.context().newCDPSession(page)
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown })
  await page.evaluate(watch)
  let moved = 0
  for (let number = 0; number < DRAGS; number += 1) moved += await dragOnce(page, number)
  await page.waitForTimeout(500)
  const { interactions, frames } = await page.evaluate(() => window.__felt)
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 })
  if (moved < DRAGS) throw new Error(`only ${moved} of ${DRAGS} drags moved a post`)
  const sorted = Object.values(interactions).sort((one, other) => other - one)
  return {
    // Of fewer than fifty interactions the longest is the one that counts.
    inp_ms: Math.round(sorted[Math.floor(sorted.length / 50)] ?? 0),
    interactions: sorted.length,
    longest_frame_ms: Math.round(Math.max(...frames)),
    frame_p95_ms: Math.round(frames.sort((one, other) => one - other)[Math.floor(frames.length * 0.95)] ?? 0),
    posts,
  }
}

/** Runs in the page: keep the longest event of each interaction, and how long each frame took. */
function watch() {
  const felt = { interactions: {}, frames: [] }
  window.__felt = felt
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (interactionId) felt.interactions[interactionId] = Math.max(felt.interactions[interactionId] ?? 0, duration)
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: false })
  let last = performance.now()
  const tick = (now) => {
    felt.frames.push(now - last)
    last = now
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
}

/** Drag a post of one day over the days between to another; return 1 when the calendar says that it was moved. */
async function dragOnce(page, number) {
  const cells = page.locator("ol > [data-day]")
  const from = cells.nth(8 + (number % 5))
  const to = cells.nth(22 + (number % 5))
  const post = from.locator("[role=group]").nth(1)
  const [start, end] = [await post.boundingBox(), await to.boundingBox()]
  await page.mouse.move(start.x + 40, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: STEPS })
  await page.mouse.up()
  const said = await page
    .getByText(/^Moved “/)
    .waitFor({ timeout: 10_000 })
    .then(() => 1)
    .catch(() => 0)
  const close = page.getByRole("button", { name: "Close" })
  if (said) await close.click()
  return said
}
