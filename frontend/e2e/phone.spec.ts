import { devices, type Page } from "@playwright/test"
import { CLIP, callApi, chooseVideo, expect, optionsOf, signIn, test } from "./support"

const { userAgent } = devices["Pixel 7"]

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, userAgent })

/** Nothing may stick out: a page that scrolls sideways is lost on a phone. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [inner, whole] = await page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth])
  expect(whole, `width of ${page.url()}`).toBeLessThanOrEqual(inner ?? 0)
}

test("a post is composed in three steps and moved on a phone", async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Compose" }).tap()
  await expect(page.getByRole("heading", { name: "Compose" })).toBeVisible()

  await chooseVideo(page, CLIP)
  await expect(page.getByText("0:05 · 1280 × 720")).toBeVisible({ timeout: 30_000 })
  await page.getByLabel("Caption").fill("From a phone")
  await page.getByRole("button", { name: "Next" }).tap()
  await page.getByRole("checkbox", { name: "Studio Nord" }).tap()
  const block = await optionsOf(page, "Studio Nord")
  await block.getByLabel("Who can see this post").selectOption("Everyone")
  await expectNoSidewaysScroll(page)
  await page.getByRole("button", { name: "Next" }).tap()
  await expectNoSidewaysScroll(page)
  await page.getByRole("button", { name: /^Schedule on 1 account, / }).tap()
  await page.waitForURL(/\/posts\/[0-9a-f-]+$/)
  await expect(page.getByText(/^Scheduled/).first()).toBeVisible()
  const id = page.url().split("/").at(-1)

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Calendar" }).tap()
  await expectNoSidewaysScroll(page)
  const chip = page.getByRole("group", { name: /^From a phone, / })
  await chip.getByRole("button", { name: /^Move to…/ }).tap()
  const dialog = page.getByRole("dialog")
  const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  await dialog.getByLabel("Day").fill(day)
  await dialog.getByLabel("Time").fill("11:47")
  await expect(dialog.getByText(/Room for about|also posts at|No room|Nothing else/)).toBeVisible()
  await dialog.getByRole("button", { name: "Move" }).tap()
  await expect(page.getByText(/^Moved “From a phone” to .*11:47/)).toBeVisible()

  for (const place of ["/posts", "/library", "/accounts", "/analytics", "/settings", "/notifications"]) {
    await page.goto(place)
    await page.waitForLoadState("networkidle")
    await expectNoSidewaysScroll(page)
  }
  await callApi(page, "DELETE", `/posts/${id}`)
})

test("the calendar comes to a phone as a list, and is a grid once the phone is turned", async ({ page }) => {
  await signIn(page)
  await page.goto("/calendar")
  const drawn = await (
    await page.request.get("/calendar", { headers: { "Sec-Fetch-Dest": "document" } })
  ).text()
  expect(drawn).toMatch(/<h2[^>]*>Today</)
  expect(drawn).not.toContain("data-day=")

  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible()
  await page.setViewportSize({ width: 844, height: 390 })
  await expect(page.locator("li[data-day]").first()).toBeVisible()
  await expect(page.getByRole("heading", { name: "Today" })).toHaveCount(0)
})
