import type { BrowserContext, Page } from "@playwright/test"
import { pages } from "./pages"
import { callApi, expect, signIn, test, uploadClip } from "./support"

/** A fifth of what is still called good (web.dev/articles/cls): a button that moved by a line is above it. */
const CALM = 0.02

type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] }
type Jump = { by: number; what: string[] }
declare global {
  interface Window {
    jumps: Jump[]
  }
}

/** Note what moves on the page although nobody touched it. */
function noteJumps(): void {
  window.jumps = []
  const note = (list: PerformanceObserverEntryList) => {
    for (const { value, sources } of list.getEntries() as Shift[]) {
      const what = sources.map(({ node }) => (node?.textContent || node?.nodeName || "gone").slice(0, 60))
      window.jumps.push({ by: value, what })
    }
  }
  new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true })
}

/** Have what the page asks for come later than the page, and its font not at all: that turns a line here and there, by chance. */
async function slowDown(page: Page): Promise<void> {
  await page.route(/\/api\/v1\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })
  await page.route(/\.woff2/, (route) => route.abort())
}

async function jumpsOn(page: Page, path: string): Promise<Jump[]> {
  await page.goto(path, { waitUntil: "networkidle" })
  return page.evaluate(() => window.jumps)
}

const sumOf = (jumps: readonly Jump[]) => jumps.reduce((sum, { by }) => sum + by, 0)

/** So that there is a post, and a file, to look at; in another tab, since the composer of this one would come with it. */
async function keepDraft(context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  await page.goto("/compose")
  await uploadClip(page)
  const { items } = await callApi<{ items: { id: string }[] }>(page, "GET", "/media?limit=1")
  await callApi(page, "POST", "/posts", {
    kind: "video",
    caption: "Kept to be looked at",
    media_ids: items.map(({ id }) => id),
    timing: { mode: "draft" },
    consent: false,
    publications: [],
  })
  await page.close()
}

test.use({ viewport: { width: 390, height: 844 } })

test("nothing moves under a person's finger while a page gets what it shows", async ({ page }) => {
  test.setTimeout(10_000 * Object.keys(pages).length)
  await signIn(page)
  const first = async (list: string) =>
    (await callApi<{ items: { id: string }[] }>(page, "GET", list)).items.slice(0, 1).map(({ id }) => id)
  if ((await first("/posts?limit=1")).length === 0) await keepDraft(page.context())
  const own = [
    ...(await first("/accounts")).map((id) => `/analytics/accounts/${id}`),
    ...(await first("/posts?limit=1")).map((id) => `/posts/${id}`),
    ...(await first("/media?limit=1")).map((id) => `/library/${id}`),
  ]
  expect(own).toHaveLength(3)
  await page.addInitScript(noteJumps)
  await slowDown(page)
  const moved: Record<string, Jump[]> = {}
  for (const path of [...Object.values(pages), "/compose", ...own]) {
    let jumps = await jumpsOn(page, path)
    // Something may really have happened meanwhile: a page that moves while it loads does so every time.
    if (sumOf(jumps) > CALM) jumps = await jumpsOn(page, path)
    if (sumOf(jumps) > CALM) moved[path] = jumps
  }
  expect(moved).toEqual({})
})
