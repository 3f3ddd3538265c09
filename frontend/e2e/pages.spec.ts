import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import type { Page } from "@playwright/test"
import { pages } from "./pages"
import { callApi, expect, optionsOf, scrollThrough, signIn, test, uploadClip } from "./support"

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }
declare const axe: { run(options: object): Promise<{ violations: Violation[] }> }

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const SHOTS = "test-results/screenshots"
const sizes = { 1280: { width: 1280, height: 800 }, 390: { width: 390, height: 844 } }
// Each width is opened in one of the two and sees the other afterwards: both are loaded, and no page is loaded twice.
const themes = { 1280: ["light", "dark"], 390: ["dark", "light"] } as const

async function expectAccessible(page: Page): Promise<void> {
  // What is still fading in has other colours than it will have.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  // Handed over by the debugger: a script tag would break the page's own content policy.
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }))
  const told = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
  }))
  expect(told, `axe on ${page.url()}`).toEqual([])
}

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  await expect(page.getByRole("status", { name: /^(Loading|Asking)/ })).toHaveCount(0)
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await browser.newPage({ locale: "en-GB", timezoneId: "Europe/Berlin" })
  await signIn(page)
  const { items } = await callApi<{ items: unknown[] }>(page, "GET", "/posts?status=published&q=a%20wink")
  if (items.length === 0) await fillWorkspace(page)
  await page.close()
})

/** A workspace with something in every list, so that there is something to look at. */
async function fillWorkspace(page: Page): Promise<void> {
  await page.goto("/compose")
  await uploadClip(page)
  const { items: media } = await callApi<{ items: { id: string }[] }>(page, "GET", "/media")
  const { items: accounts } = await callApi<{ items: { id: string; username: string }[] }>(
    page,
    "GET",
    "/accounts",
  )
  const on = (handle: string) => ({
    account_id: accounts.find(({ username }) => username === handle)?.id,
    privacy_level: "SELF_ONLY",
  })
  const at = (days: number, time: string) => {
    const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    return { mode: "at", local_time: `${day}T${time}`, time_zone: "Europe/Berlin" }
  }
  const post = (caption: string, timing: object, ...handles: string[]) =>
    callApi(page, "POST", "/posts", {
      kind: "video",
      caption,
      media_ids: media.slice(0, 1).map(({ id }) => id),
      timing,
      consent: true,
      publications: handles.map(on),
    })
  await post("Where the quiet takes come from #behindthescenes", { mode: "draft" }, "quiet.room")
  await post("Friday evening in the meadow", at(3, "18:00"), "studio.nord", "linden.private", "quiet.room")
  await post("Morning light, take two", at(1, "07:30"), "studio.nord")
  await post("A wink before the weekend", { mode: "now" }, "studio.nord", "linden.private")
  await post("One for the north", { mode: "now" }, "paused.north")
  await page.goto("/posts")
  const row = page.getByRole("row", { name: /A wink before/ })
  await expect(row.getByText("Published", { exact: true })).toBeVisible({ timeout: 60_000 })
}

/** Note everything the page is told as text. */
function noteBodies(page: Page): string[] {
  const bodies: string[] = []
  page.on("response", async (response) => {
    if (/javascript|json|html|component/.test(response.headers()["content-type"] ?? "")) {
      bodies.push(await response.text().catch(() => ""))
    }
  })
  return bodies
}

/** No token lies where a script could read it, nor came in what the page was told. */
async function expectNoToken(page: Page, bodies: readonly string[]): Promise<void> {
  const kept = await page.evaluate(() =>
    JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]),
  )
  const jwt = /eyJ[\w-]{10,}\.[\w-]{10,}/
  expect(kept).not.toMatch(/carillon=|refresh_token|access_token/)
  expect(bodies.length).toBeGreaterThan(Object.keys(pages).length)
  for (const text of [kept, ...bodies]) expect(text).not.toMatch(jwt)
  const session = (await page.context().cookies()).find(({ name }) => /carillon$/.test(name))
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" })
}

for (const width of [1280, 390] as const) {
  test.describe(`${width} px`, () => {
    const [first] = themes[width]
    test.use({ viewport: sizes[width], colorScheme: first })

    /** Look at what is shown, light and dark: anybody can use it; a picture is kept of each. */
    async function look(page: Page, name: string, options = { fullPage: true }): Promise<void> {
      for (const colorScheme of themes[width]) {
        await page.emulateMedia({ colorScheme })
        await expectAccessible(page)
        await page.screenshot({ path: `${SHOTS}/${name}-${width}-${colorScheme}.png`, ...options })
      }
      await page.emulateMedia({ colorScheme: first })
    }

    test("signing in and up", async ({ page }) => {
      for (const name of ["sign-in", "sign-up"]) {
        await page.goto(`/${name}`)
        await look(page, name)
      }
    })

    test("every page, and none keeps a token", async ({ page }) => {
      test.setTimeout(20_000 * Object.keys(pages).length)
      const bodies = noteBodies(page)
      await signIn(page)
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(path)
        await settle(page)
        await look(page, name)
      }
      await expectNoToken(page, bodies)
    })

    test("a post and its history", async ({ page }) => {
      await signIn(page)
      for (const [name, caption] of [
        ["post", /A wink before/],
        ["post-stopped", /One for the north/],
      ] as const) {
        await page.goto("/posts")
        await page.getByRole("link", { name: caption }).first().click()
        await expect(page.getByRole("list", { name: "History" }).first()).toBeVisible()
        await look(page, name)
      }
    })

    test("an account's figures", async ({ page }) => {
      await signIn(page)
      await page.goto("/analytics")
      await expect(page.getByRole("heading", { name: "Accounts" })).toBeVisible()
      await scrollThrough(page)
      await settle(page)
      await look(page, "analytics-whole")
      await page.getByRole("table", { name: "Accounts" }).getByRole("link").first().click()
      await expect(page.getByRole("heading", { name: "Hashtags" })).toBeVisible()
      await scrollThrough(page)
      await settle(page)
      await look(page, "figures")
    })

    test("taking figures along, and having reports mailed", async ({ page }) => {
      await signIn(page)
      for (const [name, path, button] of [
        ["take-along", "/analytics", "Export"],
        ["add-report", "/settings", "Add a report"],
      ] as const) {
        await page.goto(path)
        await page.getByRole("button", { name: button }).click()
        await expect(page.getByRole("dialog")).toBeVisible()
        await settle(page)
        await look(page, name, { fullPage: false })
      }
    })

    test("the composer, filled in", async ({ page }) => {
      await signIn(page)
      await page.goto("/compose")
      await settle(page)
      await look(page, "compose")
      await fillComposer(page, width === 390)
      await look(page, "compose-filled")
    })

    test("a file beside the library", async ({ page }) => {
      await signIn(page)
      await page.goto("/library")
      await page
        .getByRole("list", { name: "Files" })
        .getByRole("link", { name: /bigbuckbunny/ })
        .click()
      await expect(page.getByRole("heading", { name: "Where used" })).toBeVisible()
      await settle(page)
      await look(page, "library-file")
    })

    test("a dialog", async ({ page }) => {
      await signIn(page)
      await page.goto("/accounts")
      await page.getByRole("button", { name: "Disconnect @studio.nord" }).click()
      await expect(page.getByRole("dialog")).toContainText("scheduled posts will be held. Its history stays")
      await look(page, "disconnect", { fullPage: false })
    })
  })
}

async function fillComposer(page: Page, inSteps: boolean): Promise<void> {
  await page.getByRole("button", { name: "Choose from the library" }).click()
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /bigbuckbunny/ })
    .click()
  await page.getByLabel("Caption").fill("Friday evening in the meadow #bigbuckbunny")
  if (inSteps) await page.getByRole("button", { name: "Next" }).click()
  for (const name of ["Studio Nord", "Quiet Room"]) await page.getByRole("checkbox", { name }).check()
  const first = await optionsOf(page, "Studio Nord")
  await first.getByLabel("Who can see this post").selectOption("Everyone")
  await first.getByRole("switch", { name: "Disclose commercial content" }).check()
  await first.getByLabel("Your brand").check()
  await (await optionsOf(page, "Quiet Room")).getByLabel("Who can see this post").selectOption("Everyone")
  if (!inSteps) await page.getByRole("heading", { name: "Compose" }).click()
}
