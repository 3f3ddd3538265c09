import "@/features/media/slideshow/slideshow-part" // fetched now: it takes a moment
import "@/features/media/slideshow/preview/slideshow-preview"
import { screen, waitFor, within } from "@testing-library/react"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { makeAsset, makePost } from "@/testing/makers"
import { openComposer } from "@/testing/open-composer"

const photo = (id: string) =>
  makeAsset({ id, file_name: `${id}.jpg`, kind: "image", mime_type: "image/jpeg", duration_ms: null })
const [dawn, noon] = [photo("dawn"), photo("noon")]
const images = [dawn, noon].map(({ id }, order) => ({
  media_id: id,
  order,
  duration_ms: 3_000,
  fit: "blur" as const,
  colour: "#000000",
  focus_x: 0.5,
  focus_y: 0.5,
  motion: "none" as const,
  caption: "",
  caption_place: "bottom" as const,
}))
const error = { code: "cancelled", message: "The video was called off." }
/** Two photos, 3 s each, a crossfade of half a second between them; its video was called off. */
const post = makePost({
  kind: "slideshow",
  timing_mode: "draft",
  media: [dawn, noon],
  slideshow: {
    images,
    format: "9:16",
    transition: "crossfade",
    transition_ms: 500,
    music: null,
    status: "failed",
    progress: 0,
    duration_ms: 6_000,
    error,
    video: null,
  },
})

const song = makeAsset({ id: "song", file_name: "song.mp3", kind: "audio", duration_ms: 60_000 })

const routes = {
  "GET /api/v1/media/song": song,
  "GET /api/v1/media/dawn": dawn,
  "GET /api/v1/media/noon": noon,
  "PUT /api/v1/posts/slideshow/post": post,
  "GET /api/v1/posts/slideshow/post/status": {
    post_id: "post",
    status: "failed",
    progress: 0,
    image_count: 2,
    estimated_duration_ms: 6_000,
    error,
    video: null,
    encoder: null,
  },
}

const preview = () => within(screen.getByRole("figure", { name: "Preview" }))

async function openSlideshow(of = post) {
  const { person, heard } = await openComposer(routes, of)
  await screen.findByRole("slider", { name: "Moment of the preview" })
  return { person, heard }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-22T12:00:00Z") })
  // jsdom draws nothing.
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null)
  return () => vi.useRealTimers()
})

describe("a slideshow's preview", () => {
  it("stands at its start until it is played, and is sought by keyboard", async () => {
    const { person } = await openSlideshow()
    expect(preview().getByText("0:00 / 0:06")).toBeVisible()
    expect(preview().getByRole("img", { name: "Photo 1 of 2" })).toBeVisible()

    const moment = preview().getByRole("slider", { name: "Moment of the preview" })
    moment.focus()
    await person.keyboard("{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}")

    expect(preview().getByText("0:04 / 0:06")).toBeVisible()
    expect(moment).toHaveAttribute("aria-valuetext", "4.0 of 6.0 seconds")
    expect(preview().getByRole("img", { name: "Photo 2 of 2" })).toBeVisible()
  })

  it("plays when it is told to, and pauses", async () => {
    const { person } = await openSlideshow()
    await person.click(preview().getByRole("button", { name: "Play the preview" }))

    const moment = preview().getByRole("slider", { name: "Moment of the preview" })
    await waitFor(() => expect(Number((moment as HTMLInputElement).value)).toBeGreaterThan(0))
    await person.click(preview().getByRole("button", { name: "Pause the preview" }))
    expect(preview().getByRole("button", { name: "Play the preview" })).toBeVisible()
  })

  it("goes to the photo whose look is changed, and is as long as the photos are seen", async () => {
    const { person } = await openSlideshow()
    await person.clear(await screen.findByLabelText("Seconds noon.jpg is seen"))
    await person.type(screen.getByLabelText("Seconds noon.jpg is seen"), "5")

    expect(preview().getByRole("img", { name: "Photo 2 of 2" })).toBeVisible()
    expect(preview().getByText(/\/ 0:08$/)).toBeVisible()
  })

  it("has a switch for the music only where there is some", async () => {
    await openSlideshow()
    expect(preview().queryByRole("button", { name: "Music in the preview" })).toBeNull()
  })

  it("has its music play along from where it starts, and silences it", async () => {
    // jsdom plays nothing.
    const play = vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue()
    const pause = vi.spyOn(HTMLMediaElement.prototype, "pause").mockReturnValue()
    const music = { media_id: "song", start_ms: 12_000, fade_in_ms: 0, fade_out_ms: 1_000 }
    const slideshow = post.slideshow && { ...post.slideshow, music }
    const { person } = await openSlideshow({ ...post, slideshow })
    const sound = await waitFor(() => {
      const found = document.querySelector("audio")
      if (!found) throw new Error("no music yet")
      return found
    })
    expect(play).not.toHaveBeenCalled()

    await person.click(preview().getByRole("button", { name: "Play the preview" }))
    expect(play).toHaveBeenCalledOnce()
    expect(sound.currentTime).toBeGreaterThanOrEqual(12)
    await person.click(preview().getByRole("button", { name: "Music in the preview", pressed: true }))
    expect(sound.muted).toBe(true)

    await person.click(preview().getByRole("button", { name: "Pause the preview" }))
    expect(pause).toHaveBeenCalled()
  })
})

describe("what stays of a photo", () => {
  it("is chosen by a point, which arrow keys move, and sent", async () => {
    const { person, heard } = await openSlideshow()
    await person.click(await screen.findByRole("button", { name: "Show the look of noon.jpg" }))
    expect(screen.queryByRole("slider", { name: "Focus point of noon.jpg" })).toBeNull()
    await person.selectOptions(screen.getByLabelText("Fit"), "Cut to fill")

    const point = await screen.findByRole("slider", { name: "Focus point of noon.jpg" })
    expect(point).toHaveAttribute("aria-valuetext", "50 % from the left, 50 % from the top")
    point.focus()
    await person.keyboard("{ArrowRight}{ArrowRight}{Shift>}{ArrowUp}{/Shift}")
    expect(point).toHaveAttribute("aria-valuetext", "52 % from the left, 40 % from the top")
    expect(screen.getByLabelText("What stays")).toHaveDisplayValue("Around the point")

    await person.click(screen.getByRole("button", { name: "Make the video anew" }))
    const put = () => heard.find(({ method }) => method === "PUT")
    await waitFor(() => expect(put()).toBeDefined())
    expect(put()?.body).toMatchObject({
      images: [
        { media_id: "dawn", fit: "blur", focus_x: 0.5, focus_y: 0.5 },
        { media_id: "noon", fit: "crop", focus_x: 0.52, focus_y: 0.4 },
      ],
    })
  })

  it("goes to the edge of the photo at the furthest", async () => {
    const { person } = await openSlideshow()
    await person.click(await screen.findByRole("button", { name: "Show the look of dawn.jpg" }))
    await person.selectOptions(screen.getByLabelText("Motion"), "Moves closer")

    const point = await screen.findByRole("slider", { name: "Focus point of dawn.jpg" })
    point.focus()
    await person.keyboard(`{Shift>}${"{ArrowLeft}".repeat(7)}{/Shift}{ArrowLeft}`)
    expect(point).toHaveAttribute("aria-valuetext", "0 % from the left, 50 % from the top")
  })
})
