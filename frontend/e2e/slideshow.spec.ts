import { readdirSync } from "node:fs"
import type { Locator, Page } from "@playwright/test"
import { connect, freeAccounts, ledgerAfter } from "./sandbox"
import { expect, optionsOf, signUp, test } from "./support"

const PHOTOS = new URL("../../backend/video/tests/photos/", import.meta.url).pathname
const files = readdirSync(PHOTOS)
  .filter((name) => name.endsWith(".jpg"))
  .toSorted()
  .map((name) => PHOTOS + name)
const nameOf = (path: string) => path.slice(PHOTOS.length)

test("six real photos become a video that plays, seeks, and is published", async ({ page }) => {
  test.setTimeout(300_000)
  const before = (await ledgerAfter(0)).at(-1)?.seq ?? 0
  const account = (await freeAccounts())[0]
  if (!account) throw new Error("no free account at the sandbox")
  await signUp(page)
  await connect(page, account.handle)
  const six = files.slice(0, 6)

  await page.goto("/compose")
  await page.getByRole("radio", { name: "Slideshow" }).click()
  const list = page.getByRole("list", { name: "Photos of the slideshow" })
  for (const [index, file] of six.entries()) {
    await page.getByLabel("Choose photos").setInputFiles(file)
    await expect(list.getByRole("listitem")).toHaveCount(index + 1)
  }
  await expect(page.getByText("6 photos, 18 s in all")).toBeVisible()

  const last = nameOf(six[5] ?? "")
  for (const place of [6, 5]) {
    await page.getByRole("button", { name: `Move ${last} forward, from place ${place}` }).press("Enter")
  }
  await expect(list.getByRole("listitem").nth(3)).toContainText(last)
  await page.getByLabel("From photo to photo").selectOption("Crossfade")
  await list
    .getByRole("listitem")
    .first()
    .getByRole("button", { name: /^Show the look/ })
    .click()
  await page.getByLabel("Motion").selectOption("Moves closer")
  await page.getByLabel("Text on the photo").fill("Six rooms")

  const seen = watchProgress(page)
  await page.getByRole("button", { name: "Make the video", exact: true }).click()
  await expect(page.getByText("The video is ready: 18 s of 6 photos.")).toBeVisible({ timeout: 90_000 })
  expect((await seen()).length, "progress that moves").toBeGreaterThan(2)
  await expect(page).toHaveURL(/\/posts\/[0-9a-f-]+\/edit$/)
  await playsAndSeeks(page.getByRole("figure", { name: "Preview" }).locator("video"), 18)

  await page.getByLabel("Caption").fill("Six rooms, one afternoon #home")
  await page.getByRole("checkbox", { name: account.nickname }).check()
  const block = await optionsOf(page, account.nickname)
  await block.getByLabel("Who can see this post").selectOption({ index: 1 })
  await page.getByRole("radio", { name: "Now", exact: true }).check()
  await page.getByRole("button", { name: "Publish now on 1 account" }).click()

  const card = page.getByRole("region", { name: account.nickname })
  await expect(card.getByText(new RegExp(`^Published on @${account.handle} at `))).toBeVisible({
    timeout: 120_000,
  })
  await expect(page.getByText("The video is ready: 18 s of 6 photos.")).toBeVisible()
  const entries = await ledgerAfter(before)
  expect(entries.filter(({ event }) => event === "init.accepted")).toHaveLength(1)
  expect(entries.filter(({ event }) => event === "post.completed")).toHaveLength(1)
})

test("a video that takes its time can be called off and made again", async ({ page }) => {
  test.setTimeout(180_000)
  await signUp(page)
  await page.goto("/compose")
  await page.getByRole("radio", { name: "Slideshow" }).click()
  const list = page.getByRole("list", { name: "Photos of the slideshow" })
  for (const [index, file] of files.slice(0, 3).entries()) {
    await page.getByLabel("Choose photos").setInputFiles(file)
    await expect(list.getByRole("listitem")).toHaveCount(index + 1)
  }
  for (const row of await list.getByRole("listitem").all()) {
    await row.getByRole("spinbutton", { name: /^Seconds/ }).fill("10")
    await row.getByRole("button", { name: /^Show the look/ }).click()
    await row.getByLabel("Motion").selectOption("To the left")
  }
  await page.getByRole("button", { name: "Make the video", exact: true }).click()
  await expect(page.getByText(/^Making the video, [1-9]\d* %$/)).toBeVisible({ timeout: 60_000 })

  await page.getByRole("button", { name: "Cancel" }).click()
  await expect(page.getByText("The video was called off. Make it again whenever you like.")).toBeVisible()

  await page.getByRole("button", { name: "Make it again" }).click()
  await expect(page.getByText("The video is ready: 30 s of 3 photos.")).toBeVisible({ timeout: 120_000 })
})

test("what cannot be a slideshow is said where it happened", async ({ page }) => {
  await signUp(page)
  await page.goto("/compose")
  await page.getByRole("radio", { name: "Slideshow" }).click()
  await page.getByLabel("Choose photos").setInputFiles(files[0] ?? "")
  await expect(page.getByRole("button", { name: "Make the video", exact: true })).toBeDisabled()
  await page.getByRole("radio", { name: "Draft" }).check()
  await page.getByRole("button", { name: "Save draft" }).click()

  await expect(page.getByText("A slideshow has 2 to 10 photos.")).toBeVisible()
})

/** Collect what the progress line says until asked for it. */
function watchProgress(page: Page): () => Promise<string[]> {
  const said = new Set<string>()
  let watching = true
  const done = (async () => {
    while (watching) {
      const line = await page
        .getByText(/^Making the video, \d+ %$/)
        .textContent({ timeout: 200 })
        .catch(() => null)
      if (line) said.add(line)
    }
  })()
  return async () => {
    watching = false
    await done
    return [...said]
  }
}

/** Play a moment, then jump to five times: each shows a picture, and no two of them the same. */
async function playsAndSeeks(video: Locator, seconds: number): Promise<void> {
  await video.evaluate(async (element: HTMLVideoElement) => {
    element.muted = true
    await element.play()
  })
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeGreaterThan(0.5)
  const pictures = await video.evaluate(async (element: HTMLVideoElement, length: number) => {
    element.pause()
    const canvas = Object.assign(document.createElement("canvas"), { width: 27, height: 48 })
    const pen = canvas.getContext("2d", { willReadFrequently: true })
    const found: { at: number; pixels: string; mean: number }[] = []
    for (const share of [0.05, 0.3, 0.55, 0.75, 0.95]) {
      element.currentTime = share * length
      await new Promise((resolve) => element.addEventListener("seeked", resolve, { once: true }))
      pen?.drawImage(element, 0, 0, 27, 48)
      const data = pen?.getImageData(0, 0, 27, 48).data ?? []
      const mean = [...data].reduce((sum, value) => sum + value, 0) / data.length
      found.push({ at: element.currentTime, pixels: [...data].join(), mean })
    }
    return { found, length: element.duration, width: element.videoWidth, height: element.videoHeight }
  }, seconds)
  expect([pictures.width, pictures.height]).toEqual([1080, 1920])
  expect(Math.abs(pictures.length - seconds)).toBeLessThan(0.1)
  expect(new Set(pictures.found.map(({ pixels }) => pixels)).size).toBe(5)
  expect(Math.min(...pictures.found.map(({ mean }) => mean))).toBeGreaterThan(70)
}
