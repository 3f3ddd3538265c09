import type { Locator } from "@playwright/test"
import { expect } from "./support"

type Meant = { seconds: number; width: number; height: number }

const SIDE = 48
/** Where in a video is looked, as shares of its length. */
export const TIMES = [0.05, 0.3, 0.55, 0.75, 0.95]

/** Play a moment, then jump to five times: each shows another picture. Returns them, 48 × 48 points of RGBA each. */
export async function playsAndSeeks(video: Locator, meant: Meant): Promise<number[][]> {
  await video.evaluate(async (element: HTMLVideoElement) => {
    element.muted = true
    await element.play()
  })
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeGreaterThan(0.5)
  const seen = await video.evaluate(
    async (element: HTMLVideoElement, { seconds, side, times }) => {
      element.pause()
      const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side })
      const pen = canvas.getContext("2d", { willReadFrequently: true })
      const pictures: { at: number; points: number[] }[] = []
      for (const share of times) {
        const arrived = new Promise((resolve) => element.addEventListener("seeked", resolve, { once: true }))
        element.currentTime = share * seconds
        await arrived
        pen?.drawImage(element, 0, 0, side, side)
        const points = [...(pen?.getImageData(0, 0, side, side).data ?? [])]
        pictures.push({ at: element.currentTime, points })
      }
      return { pictures, length: element.duration, width: element.videoWidth, height: element.videoHeight }
    },
    { seconds: meant.seconds, side: SIDE, times: TIMES },
  )
  expect([seen.width, seen.height]).toEqual([meant.width, meant.height])
  expect(Math.abs(seen.length - meant.seconds)).toBeLessThan(0.1)
  for (const [index, { at }] of seen.pictures.entries()) {
    expect(Math.abs(at - (TIMES[index] ?? 0) * meant.seconds)).toBeLessThan(0.05)
  }
  expect(new Set(seen.pictures.map(({ points }) => points.join())).size).toBe(TIMES.length)
  return seen.pictures.map(({ points }) => points)
}

/** Which of the pictures at these addresses each of `seen` is most like, when they are cut to the video's shape. */
export async function photosIn(video: Locator, seen: number[][], addresses: string[]): Promise<number[]> {
  const photos = await video.evaluate(
    async (element: HTMLVideoElement, { side, urls }) => {
      const shape = element.videoWidth / element.videoHeight
      const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side })
      const pen = canvas.getContext("2d", { willReadFrequently: true })
      const found: number[][] = []
      for (const url of urls) {
        const image = new Image()
        image.src = url
        await image.decode()
        const width = Math.min(image.naturalWidth, image.naturalHeight * shape)
        const height = width / shape
        const [left, top] = [(image.naturalWidth - width) / 2, (image.naturalHeight - height) / 2]
        pen?.drawImage(image, left, top, width, height, 0, 0, side, side)
        found.push([...(pen?.getImageData(0, 0, side, side).data ?? [])])
      }
      return found
    },
    { side: SIDE, urls: addresses },
  )
  const off = (one: number[], other: number[]) =>
    one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0)
  return seen.map((picture) => {
    const distances = photos.map((photo) => off(picture, photo))
    return distances.indexOf(Math.min(...distances))
  })
}
