/** The audit walk: all five points of TikTok's audit, shown in order on the composer and marked by what was on the screen. */
import type { Locator, Page } from "@playwright/test"
import { callApi, expect, optionsOf, signIn, test, uploadClip } from "./support"

test.describe.configure({ timeout: 180_000 })

const bar = (page: Page) => page.getByRole("region", { name: "Audit walk" })
const point = (page: Page, number: number) =>
  bar(page)
    .getByRole("list", { name: "Points" })
    .getByRole("listitem")
    .nth(number - 1)
/** Bring something to where the reviewer sees it, and not behind the bar. */
const bringUp = (what: Locator) => what.evaluate((element) => element.scrollIntoView({ block: "center" }))
const next = (page: Page) => bar(page).getByRole("button", { name: "Next" }).press("Enter")

async function expectShown(page: Page, number: number): Promise<void> {
  await expect(point(page, number)).toContainText("shown", { timeout: 20_000 })
}

test("the five points are walked through in order, and nothing is marked before it was shown", async ({
  page,
}) => {
  await signIn(page)
  await expect(bar(page)).toHaveCount(0)
  await page.goto("/settings/tiktok-audit")
  await page.getByRole("button", { name: "Begin the walk" }).click()
  await page.waitForURL("/compose")
  await expect(point(page, 1)).toHaveAttribute("aria-current", "step")
  await expect(bar(page).getByText(": seen,")).toHaveCount(0)

  await test.step("1, the creator: asked for now, and named", async () => {
    await page.getByRole("checkbox", { name: "Solo Takes" }).check()
    await bringUp((await optionsOf(page, "Solo Takes")).getByRole("heading"))
    await expectShown(page, 1)
    await next(page)
  })

  const block = await optionsOf(page, "Solo Takes")
  await test.step("2, words and viewers: nothing is preset", async () => {
    await page.getByLabel("Caption").fill("Walked through for the audit")
    await bringUp(page.getByLabel("Caption"))
    await expect(bar(page).getByText(/caption is written: seen/)).toBeVisible()
    await bringUp(block.getByRole("group", { name: "Allow others to" }))
    await expect(bar(page).getByText(/begin unticked: seen/)).toBeVisible()
    await expect(bar(page).getByText(/is not preset: seen/)).toBeVisible()
    await expect(point(page, 2)).not.toContainText("shown")
    await block.getByLabel("Who can see this post").selectOption("Everyone")
    await expectShown(page, 2)
    await next(page)
  })

  await test.step("3, commercial content: off, blocked, labelled", async () => {
    const disclosure = block.getByRole("switch", { name: "Disclose commercial content" })
    await bringUp(disclosure)
    await expect(bar(page).getByText(/begins switched off: seen/)).toBeVisible()
    await disclosure.check()
    await bringUp(page.getByRole("button", { name: /^(Schedule|Publish)/ }))
    await expect(bar(page).getByText(/the button says why: seen/)).toBeVisible()
    await expect(point(page, 3)).not.toContainText("shown")
    await block.getByRole("checkbox", { name: "Branded content" }).check()
    await bringUp(block.getByText(/will be labeled as/))
    await expectShown(page, 3)
    await next(page)
  })

  await test.step("4, the declaration, with both of its links", async () => {
    await bringUp(page.getByRole("link", { name: "Branded Content Policy" }))
    await expectShown(page, 4)
  })

  await test.step("the walk is still there after a reload and on another page", async () => {
    await page.reload()
    await expect(point(page, 4)).toHaveAttribute("aria-current", "step")
    await expectShown(page, 4)
    await page.goto("/library")
    await expect(bar(page).getByRole("link", { name: "Open the composer" })).toBeVisible()
    await bar(page).getByRole("link", { name: "Open the composer" }).click()
    await next(page)
  })

  await test.step("5, the preview, the sending, and what becomes of it", async () => {
    await uploadClip(page)
    await page.getByRole("radio", { name: "Now" }).check()
    await bringUp(page.getByRole("figure", { name: "Preview" }))
    await expect(bar(page).getByText(/the very words: seen/)).toBeVisible()
    await expect(point(page, 5)).not.toContainText("shown")
    await page.getByRole("button", { name: /^(Schedule|Publish)/ }).click()
    await page.waitForURL(/\/posts\/[0-9a-f-]+$/)
    await expect(page.getByText(/^Published on @solo\.takes at /).first()).toBeVisible({ timeout: 90_000 })
    await expectShown(page, 5)
  })

  for (const number of [1, 2, 3, 4]) await expectShown(page, number)
  await bar(page).getByRole("button", { name: "Finish" }).click()
  await expect(bar(page)).toHaveCount(0)
  const id = page.url().split("/").at(-1)
  await callApi(page, "DELETE", `/posts/${id}`)
})

test("the walk fits a small phone and can be left by the keyboard", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page)
  await page.goto("/settings/tiktok-audit")
  await page.getByRole("button", { name: "Begin the walk" }).click()
  await expect(bar(page)).toBeVisible()
  const box = await bar(page).boundingBox()
  expect(box?.x).toBe(0)
  expect(box?.width).toBeLessThanOrEqual(360)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  await bar(page).getByRole("button", { name: "Leave" }).press("Enter")
  await expect(bar(page)).toHaveCount(0)
})
