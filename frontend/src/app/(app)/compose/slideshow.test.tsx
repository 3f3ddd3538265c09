import "@/features/media/slideshow/slideshow-part" // fetched now: it takes a moment
import { screen, waitFor, within } from "@testing-library/react"
import { beforeEach, describe, expect, it, vi } from "vitest"
import type { SlideshowStatus } from "@/lib/api/types"
import { makeAsset, makePost } from "@/testing/makers"
import { openComposer } from "@/testing/open-composer"

const photo = (id: string) =>
  makeAsset({ id, file_name: `${id}.jpg`, kind: "image", mime_type: "image/jpeg", duration_ms: null })
const dawn = photo("dawn")
const noon = photo("noon")
const dusk = photo("dusk")

const routes = {
  "GET /api/v1/media": { items: [dawn, noon, dusk], next_cursor: null },
  "GET /api/v1/media/dawn": dawn,
  "GET /api/v1/media/noon": noon,
  "GET /api/v1/media/dusk": dusk,
}

function status(part: Partial<SlideshowStatus> = {}): SlideshowStatus {
  return {
    post_id: "post",
    status: "converting",
    progress: 40,
    image_count: 2,
    estimated_duration_ms: 6_000,
    error: null,
    video: null,
    encoder: null,
    ...part,
  }
}

type Person = Awaited<ReturnType<typeof openComposer>>["person"]
const list = () => screen.findByRole("list", { name: "Photos of the slideshow" })
const names = async () =>
  within(await list())
    .getAllByRole("listitem")
    .map((item) => item.textContent?.match(/(dawn|noon|dusk)/)?.[0])

async function take(person: Person, ...chosen: string[]) {
  await person.click(screen.getByRole("radio", { name: "Slideshow" }))
  for (const name of chosen) {
    await person.click(
      (await screen.findAllByRole("button", { name: "Choose from the library" }))[0] as HTMLElement,
    )
    await person.click(await screen.findByRole("button", { name: new RegExp(name) }))
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-22T12:00:00Z") })
  // jsdom draws nothing.
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null)
  return () => vi.useRealTimers()
})

describe("a slideshow", () => {
  it("keeps its photos in the order they are moved to, and says how long it is", async () => {
    const { person } = await openComposer(routes)
    await take(person, "dawn", "noon", "dusk")
    expect(await screen.findByText("3 photos, 9 s in all")).toBeVisible()

    await person.click(await screen.findByRole("button", { name: "Move dusk.jpg forward, from place 3" }))
    await person.clear(screen.getByLabelText("Seconds dawn.jpg is seen"))
    await person.type(screen.getByLabelText("Seconds dawn.jpg is seen"), "4.5")

    expect(await names()).toEqual(["dawn", "dusk", "noon"])
    expect(screen.getByText("3 photos, 10.5 s in all")).toBeVisible()
  })

  it("is saved as a draft when its video is made, and stays open", async () => {
    const saved = makePost({ kind: "slideshow", timing_mode: "draft", media: [dawn, noon] })
    const { person, heard } = await openComposer({
      ...routes,
      "POST /api/v1/posts/slideshow": saved,
      "GET /api/v1/posts/slideshow/post/status": status(),
    })
    await take(person, "dawn", "noon")
    await person.selectOptions(screen.getByLabelText("From photo to photo"), "Through black")

    await person.click(screen.getByRole("button", { name: "Make the video" }))

    expect(await screen.findByText("Making the video, 40 %")).toBeVisible()
    const [sent] = heard.filter(({ path, method }) => method === "POST" && path.endsWith("/posts/slideshow"))
    expect(sent?.body).toMatchObject({
      timing: { mode: "draft" },
      consent: false,
      transition: "dip_to_black",
      images: [
        { media_id: "dawn", order: 0, duration_ms: 3_000, fit: "blur" },
        { media_id: "noon", order: 1 },
      ],
    })
    expect(window.location.pathname).toBe("/posts/post/edit")
  })

  it("is changed and not made a second time when it is saved after that", async () => {
    const saved = makePost({ kind: "slideshow", timing_mode: "draft", media: [dawn, noon] })
    const { person, heard } = await openComposer({
      ...routes,
      "POST /api/v1/posts/slideshow": saved,
      "PUT /api/v1/posts/slideshow/post": saved,
      "GET /api/v1/posts/slideshow/post/status": status({
        status: "ready",
        progress: 100,
        video: makeAsset(),
      }),
    })
    await take(person, "dawn", "noon")
    await person.click(screen.getByRole("button", { name: "Make the video" }))
    expect(await screen.findByText("The video is ready: 6 s of 2 photos.")).toBeVisible()

    await person.click(screen.getByRole("radio", { name: /draft/ }))
    await person.click(screen.getByRole("button", { name: "Save draft" }))

    await waitFor(() => expect(heard.filter(({ method }) => method === "PUT")).toHaveLength(1))
    expect(heard.filter(({ method, path }) => method === "POST" && path.endsWith("/slideshow"))).toHaveLength(
      1,
    )
  })

  it("says what went wrong and is made again at a click", async () => {
    const why = "noon.jpg: The picture is damaged or incomplete: it could not be opened here."
    const post = makePost({
      kind: "slideshow",
      timing_mode: "draft",
      media: [dawn, noon],
      slideshow: {
        images: [dawn, noon].map(({ id }, order) => ({
          media_id: id,
          order,
          duration_ms: 3_000,
          fit: "blur",
          colour: "#000000",
          focus_x: 0.5,
          focus_y: 0.5,
          motion: "none",
          caption: "",
          caption_place: "bottom",
        })),
        format: "9:16",
        transition: "cut",
        transition_ms: 500,
        music: null,
        status: "failed",
        progress: 0,
        duration_ms: 6_000,
        error: { code: "photo_unreadable", message: why },
        video: null,
      },
    })
    const { person, heard } = await openComposer(
      {
        ...routes,
        "GET /api/v1/posts/slideshow/post/status": status({
          status: "failed",
          error: { code: "photo_unreadable", message: why },
        }),
        "POST /api/v1/posts/slideshow/post/retry": status({ status: "pending" }),
      },
      post,
    )
    expect(await screen.findByText(why)).toBeVisible()

    await person.click(screen.getByRole("button", { name: "Make it again" }))

    await waitFor(() => expect(heard.filter(({ path }) => path.endsWith("/retry"))).toHaveLength(1))
  })

  it("with a time nobody can mean is not made, and says why", async () => {
    const { person, heard } = await openComposer(routes)
    await take(person, "dawn", "noon")
    await person.clear(screen.getByLabelText("Seconds a change takes"))

    await person.click(screen.getByRole("button", { name: "Make the video" }))

    expect(await screen.findByText("From photo to photo it takes 0.1 to 2 seconds.")).toBeVisible()
    expect(heard.filter(({ method }) => method !== "GET")).toEqual([])
    expect(screen.getByRole("button", { name: "Make the video" })).toBeEnabled()
  })

  it("with one photo is not sent, and says why", async () => {
    const { person, heard } = await openComposer(routes)
    await take(person, "dawn")
    expect(screen.getByRole("button", { name: "Make the video" })).toBeDisabled()
    await person.click(screen.getByRole("radio", { name: /draft/ }))

    await person.click(screen.getByRole("button", { name: "Save draft" }))

    expect(await screen.findByText("A slideshow has 2 to 10 photos.")).toBeVisible()
    expect(
      heard.filter(({ method }) => method !== "GET").filter(({ path }) => path.includes("/posts")),
    ).toEqual([])
  })
})
