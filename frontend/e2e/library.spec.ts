import { copyFileSync } from "node:fs"
import { dirname, join } from "node:path"
import type { Page } from "@playwright/test"
import { drawClip } from "./draw-clip"
import { callApi, expect, signUp, test } from "./support"

const clip = (name: string, seconds: number) => drawClip({ name, seconds, width: 360, height: 640, rate: 30 })

test("three files at once are found, tagged, opened, and deleted but for the one a post needs; undo brings back", async ({
  page,
}) => {
  test.setTimeout(180_000)
  await signUp(page)
  await page.goto("/library")
  await expect(page.getByText("No video or photo is here yet.")).toBeVisible()
  const files = [clip("meadow morning.mp4", 4), clip("meadow evening.mp4", 5), clip("city.mp4", 6)] as const
  await page.getByLabel("Files to upload").setInputFiles([...files])
  const tiles = page.getByRole("list", { name: "Files" }).getByRole("listitem")
  await expect(tiles).toHaveCount(3, { timeout: 60_000 })
  await expect(page.getByText("3 files. Drop or paste more")).toBeVisible()
  await expect(page.getByText("Checking…")).toHaveCount(0, { timeout: 60_000 })

  // The same bytes again are said, not doubled.
  const again = join(dirname(files[2]), "again.mp4")
  copyFileSync(files[2], again)
  await page.getByLabel("Files to upload").setInputFiles(again)
  await expect(page.getByText("again.mp4 is in the library already")).toBeVisible({ timeout: 30_000 })
  await page.getByRole("button", { name: "Dismiss" }).click()
  await expect(tiles).toHaveCount(3)

  await page.getByLabel("Search names, tags").fill("meadow")
  await expect(tiles).toHaveCount(2)
  await expect(page).toHaveURL(/\?q=meadow$/)
  await page.getByRole("checkbox", { name: "Select meadow morning.mp4" }).check()
  await page.getByRole("button", { name: "Select all 2" }).click()
  await page.getByRole("button", { name: "Tags", exact: true }).click()
  await page.getByRole("dialog").getByLabel("Add").fill("Client Nord")
  await page.keyboard.press("Enter")
  await page.getByRole("button", { name: "Save tags" }).click()
  await expect(page.getByText("Tags of 2 files changed.")).toBeVisible()
  await page.getByLabel("Search names, tags").fill("")
  await expect(tiles).toHaveCount(3)
  await page.getByRole("link", { name: "Files tagged Client Nord" }).first().click()
  await expect(tiles).toHaveCount(2)
  await expect(page).toHaveURL(/tag=Client\+Nord/)

  await usePost(page)
  await page.goto("/library?sort=name")
  await expect(tiles).toHaveCount(3)
  await page.getByRole("checkbox", { name: "Select city.mp4" }).check()
  await page.getByRole("checkbox", { name: "Select meadow morning.mp4" }).click({ modifiers: ["Shift"] })
  await expect(page.getByText("3 files selected")).toBeVisible()
  await page.getByRole("region", { name: "Selected files" }).getByRole("button", { name: "Delete" }).click()
  const dialog = page.getByRole("dialog")
  await expect(dialog.getByText("1 file stays, because posts need it")).toBeVisible()
  await expect(dialog.getByRole("link", { name: "Evening in the meadow" })).toBeVisible()
  await dialog.getByRole("button", { name: "Delete 2 files" }).click()
  await expect(tiles).toHaveCount(1)
  await expect(page.getByText("2 files are deleted. 1 file stays: posts need it.")).toBeVisible()
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(tiles).toHaveCount(3)

  await page.getByRole("link", { name: "city.mp4" }).click()
  await page.getByRole("button", { name: "Delete", exact: true }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Delete 1 file" }).click()
  await page.waitForURL(/\/library\?sort=name$/)
  await expect(tiles).toHaveCount(2)
})

/** Compose with a file from its own page, keep the post as a draft, and see it named there. */
async function usePost(page: Page): Promise<void> {
  await page.getByRole("link", { name: "meadow evening.mp4" }).click()
  await page.waitForURL(/\/library\/[0-9a-f-]+\?tag=/)
  const file = page.getByRole("complementary", { name: "File" })
  await expect(file.getByText("In no post yet.")).toBeVisible()
  await expect(file.getByText("h264")).toBeVisible()
  const here = page.url()

  await file.getByRole("link", { name: "Compose with this" }).click()
  await expect(page.getByText("0:05 · 360 × 640")).toBeVisible()
  await page.getByLabel("Caption").fill("Evening in the meadow")
  await page.getByRole("radio", { name: "Not yet, keep as a draft" }).check()
  await page.getByRole("button", { name: "Save draft" }).click()
  await page.waitForURL(/\/posts\/[0-9a-f-]+$/)

  await page.goto(here)
  await expect(file.getByRole("link", { name: "Evening in the meadow" })).toBeVisible()
  await file.getByRole("button", { name: "Rename meadow evening.mp4" }).click()
  await file.getByLabel("File name").fill("meadow at dusk.mp4")
  await page.keyboard.press("Enter")
  await expect(file.getByRole("heading", { name: "meadow at dusk.mp4" })).toBeVisible()
  const download = page.waitForEvent("download")
  await file.getByRole("link", { name: "Download" }).click()
  expect((await download).suggestedFilename()).toBe("meadow at dusk.mp4")
  await expectFilmstrip(page)
}

/** The frames come once the pointer does, and not before. */
async function expectFilmstrip(page: Page): Promise<void> {
  const id = page.url().match(/library\/([0-9a-f-]+)/)?.[1]
  const asked = () =>
    page.evaluate(
      () => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/filmstrip")).length,
    )
  await expect
    .poll(async () => (await callApi<{ filmstrip: unknown }>(page, "GET", `/media/${id}`)).filmstrip, {
      timeout: 30_000,
    })
    .not.toBeNull()
  await page.reload()
  const tile = page.getByRole("link", { name: "meadow at dusk.mp4" })
  await expect(tile).toBeVisible()
  expect(await asked()).toBe(0)
  await tile.hover()
  await expect.poll(asked).toBe(1)
  await page.mouse.move(0, 0)
  await tile.focus()
  await page.keyboard.press("ArrowRight")
  await expect(tile.getByText("0:00")).toBeVisible()
}
