import { createHash } from "node:crypto"
import { readdirSync } from "node:fs"
import type { Page } from "@playwright/test"
import { connect, disconnectAll, freeAccounts, ledgerAfter } from "./sandbox"
import { expect, nextMinute, optionsOf, signUp, test, wallClock } from "./support"
import { playsAndSeeks } from "./video"

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
  const video = page.getByRole("figure", { name: "Preview" }).locator("video")
  await playsAndSeeks(video, { seconds: 18, width: 1080, height: 1920 })

  await page.getByLabel("Caption").fill("Six rooms, one afternoon #home")
  await page.getByRole("checkbox", { name: account.nickname }).check()
  const block = await optionsOf(page, account.nickname)
  await block.getByLabel("Who can see this post").selectOption({ index: 1 })
  await page.getByRole("radio", { name: "At a time" }).check()
  const [day = "", time = ""] = wallClock(nextMinute())
  await page.getByLabel("Day").fill(day)
  await page.getByLabel("Time", { exact: true }).fill(time)
  await page.getByRole("button", { name: new RegExp(`^Schedule on 1 account, .*${time} Berlin$`) }).click()

  const card = page.getByRole("region", { name: account.nickname })
  await expect(card.getByText(new RegExp(`^Published on @${account.handle} at `))).toBeVisible({
    timeout: 180_000,
  })
  await expect(page.getByText("The video is ready: 18 s of 6 photos.")).toBeVisible()
  const shown = await page.getByRole("region", { name: "Content" }).locator("video").getAttribute("src")
  const bytes = await (await page.request.get(shown ?? "")).body()
  const entries = await ledgerAfter(before)
  const digest = createHash("sha256").update(bytes).digest("hex")
  const of = (event: string) => entries.filter((entry) => entry.event === event)
  expect(of("upload.complete").map(({ sha256 }) => sha256)).toEqual([digest])
  expect(of("init.accepted")).toHaveLength(1)
  expect(of("post.completed")).toHaveLength(1)
  await disconnectAll(page)
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
  await expect(page.getByRole("list", { name: "Photos of the slideshow" }).getByRole("listitem")).toHaveCount(
    1,
  )
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
