import { readdirSync } from "node:fs"
import type { Page } from "@playwright/test"
import type { Me, MediaAsset, Post, SlideshowInput, SlideshowStatus } from "../src/lib/api/types"
import { mediaUrl } from "../src/lib/api-client"
import { callApi, expect, signUp, test } from "./support"
import { photosIn, playsAndSeeks } from "./video"

const PHOTOS = new URL("../../backend/video/tests/photos/", import.meta.url).pathname
const FIVE = readdirSync(PHOTOS)
  .filter((name) => name.endsWith(".jpg"))
  .toSorted()
  .slice(0, 5)
const TALL = [1080, 1920] as const

type Kind = Partial<Omit<SlideshowInput, "images">> & {
  name: string
  size: readonly [number, number]
  look?: Partial<SlideshowInput["images"][number]>
  plain?: boolean
}

const KINDS: Kind[] = [
  { name: "cuts", size: TALL, transition: "cut" },
  { name: "crossfades", size: TALL, transition: "crossfade" },
  { name: "dips to black", size: TALL, transition: "dip_to_black" },
  { name: "square with crossfades", size: [1080, 1080], format: "1:1", transition: "crossfade" },
  { name: "wide", size: [1920, 1080], format: "16:9" },
  { name: "all moving", size: TALL, look: { motion: "zoom_in" }, transition: "cut" },
  { name: "all moving, with crossfades", size: TALL, look: { motion: "left" }, transition: "crossfade" },
  { name: "with texts", size: TALL, look: { caption: "Fünf Zimmer" }, transition: "crossfade" },
  { name: "encoded plainly", size: TALL, transition: "crossfade", plain: true },
]

test("every kind of slideshow plays, and shows the right photo wherever it is entered", async ({ page }) => {
  test.setTimeout(400_000)
  await signUp(page)
  await page.goto("/compose")
  await page.getByRole("radio", { name: "Slideshow" }).click()
  await page.getByLabel("Choose photos").setInputFiles(FIVE.map((name) => PHOTOS + name))
  await expect
    .poll(async () => (await photosOf(page)).filter(({ status }) => status === "ready").length, {
      timeout: 60_000,
    })
    .toBe(FIVE.length)
  const photos = await photosOf(page)
  const addresses = photos.map(({ file_url }) => mediaUrl(file_url))

  for (const kind of KINDS) {
    await test.step(kind.name, async () => {
      const encoder = kind.plain ? "x264" : "authored"
      const { workspace } = await callApi<Me>(page, "GET", "/auth/me")
      await callApi(page, "PUT", "/workspace", { ...workspace, slideshow_encoder: encoder })
      expect((await make(page, kind, photos)).encoder).toBe(encoder)
      const video = page.getByRole("region", { name: "Content" }).locator("video")
      const [width, height] = kind.size
      const seen = await playsAndSeeks(video, { seconds: 5, width, height })
      expect(await photosIn(video, seen, addresses)).toEqual([0, 1, 2, 3, 4])
    })
  }
})

/** The photos in the order of their names. */
async function photosOf(page: Page): Promise<MediaAsset[]> {
  const { items } = await callApi<{ items: MediaAsset[] }>(page, "GET", "/media?limit=100")
  return items
    .filter(({ kind }) => kind === "image")
    .toSorted((one, other) => (one.file_name < other.file_name ? -1 : 1))
}

/** Have a slideshow made of the photos, a second each, and open its post. */
async function make(page: Page, { name, size: _, look, plain: __, ...choices }: Kind, photos: MediaAsset[]) {
  const images = photos.map(({ id }, order) => ({
    media_id: id,
    duration_ms: 1_000,
    order,
    fit: "crop" as const,
    ...look,
  }))
  const body = {
    caption: name,
    timing: { mode: "draft", time_zone: "Europe/Berlin" },
    transition_ms: 300,
    ...choices,
    images,
  }
  const post = await callApi<Post>(page, "POST", "/posts/slideshow", body)
  const ask = () => callApi<SlideshowStatus>(page, "GET", `/posts/slideshow/${post.id}/status`)
  await expect.poll(async () => (await ask()).status, { timeout: 90_000 }).toBe("ready")
  await page.goto(`/posts/${post.id}`)
  await expect(page.getByText("The video is ready: 5 s of 5 photos.")).toBeVisible()
  return await ask()
}
