import { readdirSync } from "node:fs"
import type { Locator, Page } from "@playwright/test"
import type { SlideshowInput } from "../src/lib/api/types"
import { expect, signUp, test } from "./support"

const PHOTOS = new URL("../../backend/video/tests/photos/", import.meta.url).pathname
const THREE = readdirSync(PHOTOS)
  .filter((name) => name.endsWith(".jpg"))
  .toSorted()
  .slice(0, 3)
/** A photo on its blur with a text, half of a crossfade, a cut photo, another half, and one that comes closer. */
const MOMENTS_MS = [1_000, 2_500, 3_500, 4_500, 5_800]
const [ACROSS, DOWN] = [54, 96]
const MOST_APART = 5 // of 255, on average over all points

test("a slideshow is seen before it is made as it will be, and keeps what is pointed at", async ({
  page,
}) => {
  test.setTimeout(180_000)
  await signUp(page)
  await page.goto("/compose")
  await page.getByRole("radio", { name: "Slideshow" }).click()
  const rows = page.getByRole("list", { name: "Photos of the slideshow" }).getByRole("listitem")
  for (const [index, name] of THREE.entries()) {
    await page.getByLabel("Choose photos").setInputFiles(PHOTOS + name)
    await expect(rows).toHaveCount(index + 1)
  }
  const preview = page.getByRole("figure", { name: "Preview" })
  await expect(preview.getByText("0:00 / 0:09")).toBeVisible()
  for (const row of await rows.all()) await row.getByRole("spinbutton", { name: /^Seconds/ }).fill("2")
  await page.getByLabel("Seconds a change takes").fill("1")

  await test.step("the last photo is dragged to the second place", async () => {
    await drag(page, rows.nth(2).locator("svg.lucide-grip-vertical"), rows.nth(1))
    await expect(rows.nth(1)).toContainText(THREE[2] ?? "")
  })

  await test.step("it plays, and only when it is told to", async () => {
    const moment = preview.getByRole("slider", { name: "Moment of the preview" })
    await moment.fill("0")
    await preview.getByRole("button", { name: "Play the preview" }).click()
    await expect.poll(async () => Number(await moment.inputValue())).toBeGreaterThan(500)
    await preview.getByRole("button", { name: "Pause the preview" }).click()
    await expect(preview.getByRole("button", { name: "Play the preview" })).toBeVisible()
  })

  await openLook(rows.nth(0))
  await rows.nth(0).getByLabel("Text on the photo").fill("Three rooms, one of them with a view")
  await openLook(rows.nth(1))
  await rows.nth(1).getByLabel("Fit").selectOption("Cut to fill")
  const point = rows.nth(1).getByRole("slider", { name: /^Focus point of / })
  const before = await pixelsOf(preview.locator("canvas"))
  await drag(page, point, point, { x: 30, y: -20 })
  await point.press("ArrowLeft")
  await expect(preview.getByRole("img", { name: "Photo 2 of 3" })).toBeVisible()
  await expect.poll(async () => apart(await pixelsOf(preview.locator("canvas")), before)).toBeGreaterThan(1)
  const [x = 0, y = 0] = ((await point.getAttribute("aria-valuetext")) ?? "").match(/\d+/g)?.map(Number) ?? []
  expect(x).toBeGreaterThan(50)
  expect(y).toBeLessThan(50)
  await openLook(rows.nth(2))
  await rows.nth(2).getByLabel("Motion").selectOption("Moves closer")

  const meant: number[][] = []
  for (const ms of MOMENTS_MS) {
    await preview.getByRole("slider", { name: "Moment of the preview" }).fill(String(ms))
    await expect(preview.getByText("Loading the photo…")).toBeHidden({ timeout: 60_000 })
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    meant.push(await pixelsOf(preview.locator("canvas")))
  }

  const asked = page.waitForRequest(
    (request) => request.method() === "POST" && request.url().endsWith("/posts/slideshow"),
  )
  await page.getByRole("button", { name: "Make the video", exact: true }).click()
  const { images }: SlideshowInput = (await asked).postDataJSON()
  expect(Math.round((images[1]?.focus_x ?? 0) * 100)).toBe(x)
  expect(Math.round((images[1]?.focus_y ?? 0) * 100)).toBe(y)
  await expect(page.getByText("The video is ready: 6 s of 3 photos.")).toBeVisible({ timeout: 90_000 })

  for (const [index, ms] of MOMENTS_MS.entries()) {
    const made = await pixelsOf(preview.locator("video"), ms)
    expect(apart(made, meant[index] ?? []), `at ${ms} ms`).toBeLessThan(MOST_APART)
  }
})

async function openLook(row: Locator): Promise<void> {
  await row.getByRole("button", { name: /^Show the look/ }).click()
}

/** Drag from the middle of one thing to the middle of another, or so far from it. */
async function drag(page: Page, from: Locator, to: Locator, by = { x: 0, y: 0 }): Promise<void> {
  await from.scrollIntoViewIfNeeded()
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error("nothing to drag")
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2 + by.x, end.y + end.height / 2 + by.y, { steps: 8 })
  await page.mouse.up()
}

/** What a canvas or video shows, small: a video at a moment of it. */
function pixelsOf(shown: Locator, ms?: number): Promise<number[]> {
  return shown.evaluate(
    async (element: HTMLCanvasElement | HTMLVideoElement, { at, across, down }) => {
      if (element instanceof HTMLVideoElement && at !== undefined) {
        const arrived = new Promise((resolve) => element.addEventListener("seeked", resolve, { once: true }))
        element.currentTime = at / 1_000 + 1 / 60 // the middle of that picture's time
        await arrived
      }
      const canvas = Object.assign(document.createElement("canvas"), { width: across, height: down })
      const pen = canvas.getContext("2d", { willReadFrequently: true })
      if (pen) pen.imageSmoothingQuality = "high"
      pen?.drawImage(element, 0, 0, across, down)
      return [...(pen?.getImageData(0, 0, across, down).data ?? [])]
    },
    { at: ms, across: ACROSS, down: DOWN },
  )
}

/** How far two pictures are apart, 0 to 255, on average over all points. */
function apart(one: readonly number[], other: readonly number[]): number {
  const sum = one.reduce((total, value, index) => total + Math.abs(value - (other[index] ?? 0)), 0)
  return sum / (one.length * 0.75) // every fourth number says that nothing is seen through
}
