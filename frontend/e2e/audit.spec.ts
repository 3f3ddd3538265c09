/**
 * What TikTok's audit of the Direct Post API checks, point by point (Content Sharing Guidelines): `make audit` prints each.
 *
 * The demo workspace's accounts are as different as TikTok's: public, private, without comments, without duets, paused, and one
 * that may post half a minute at most.
 */
import type { Locator, Page } from "@playwright/test"
import { drawClip } from "./draw-clip"
import { ledgerAfter, steer } from "./sandbox"
import { callApi, chooseVideo, expect, optionsOf, signIn, test, uploadClip } from "./support"

const MUSIC = "https://www.tiktok.com/legal/page/global/music-usage-confirmation/en"
const BRANDED = "https://www.tiktok.com/legal/page/global/bc-policy/en"
const SAY_WHICH = "You need to indicate if your content promotes yourself, a third party, or both."
const NOT_PRIVATE = "Branded content visibility cannot be set to private."
const PROMOTIONAL = "Your photo/video will be labeled as 'Promotional content'"
const PARTNERSHIP = "Your photo/video will be labeled as 'Paid partnership'"

test.describe.configure({ timeout: 120_000 })

test.beforeEach(async ({ page }) => {
  await signIn(page)
  await page.goto("/compose")
})

const choose = async (page: Page, nickname: string): Promise<Locator> => {
  await page.getByRole("checkbox", { name: nickname }).check()
  return await optionsOf(page, nickname)
}
const privacyOf = (block: Locator) => block.getByLabel("Who can see this post")
const disclose = (block: Locator) =>
  block.getByRole("switch", { name: "Disclose commercial content" }).check()
const submit = (page: Page) => page.getByRole("button", { name: /^(Schedule|Publish)/ })
const lastEntry = async () => (await ledgerAfter(0)).at(-1)?.seq ?? 0
const acceptedSince = async (seq: number) =>
  (await ledgerAfter(seq)).filter(({ event }) => event === "init.accepted")

type Listed = { items: { id: string; username: string }[] }
async function idOf(page: Page, handle: string): Promise<string> {
  const { items } = await callApi<Listed>(page, "GET", `/accounts?q=${handle}`)
  return items[0]?.id ?? ""
}

/** Send a post by the API alone, as who goes round the form would; return what it answers. */
async function postDirectly(page: Page, account_id: string, options: object) {
  const { items } = await callApi<{ items: { id: string; kind: string }[] }>(
    page,
    "GET",
    "/media?status=ready",
  )
  const data = {
    caption: "Round the form",
    media_ids: items
      .filter(({ kind }) => kind === "video")
      .map(({ id }) => id)
      .slice(0, 1),
    timing: { mode: "now" },
    consent: true,
    publications: [{ account_id, privacy_level: "SELF_ONLY", ...options }],
  }
  const origin = new URL(page.url()).origin
  return await page.request.fetch(`${origin}/api/v1/posts`, {
    method: "POST",
    headers: { "X-Carillon": "1", Origin: origin },
    data,
  })
}

/** A post is not sent, and waits for a person. */
async function expectHeld(page: Page, id: string): Promise<void> {
  const statusOf = async () => (await callApi<{ status: string }>(page, "GET", `/posts/${id}`)).status
  await expect.poll(statusOf, { timeout: 60_000 }).toMatch(/^(needs_you|held)$/)
}

test("A1 creator_info is asked for when the form is shown, each time anew", async ({ page }) => {
  const asked: string[] = []
  page.on("request", (request) => {
    if (request.url().endsWith("/creator-info")) asked.push(request.url())
  })
  await choose(page, "Studio Nord")
  expect(asked).toHaveLength(1)
  await page.getByRole("button", { name: "Take Studio Nord off" }).click()
  await choose(page, "Studio Nord")
  expect(asked).toHaveLength(2)
})

test("A1 creator_info is asked for again before sending: what is not allowed any more is not sent", async ({
  page,
}) => {
  await uploadClip(page)
  await page.getByLabel("Caption").fill("Once they could be written under it")
  const block = await choose(page, "Solo Takes")
  await privacyOf(block).selectOption("Only me")
  await block.getByRole("checkbox", { name: "Comment" }).check()
  await page.getByRole("radio", { name: "Now" }).check()
  const before = await lastEntry()
  await steer("PATCH", "accounts/solo.takes", { comment_disabled: true })
  try {
    await submit(page).click()
    await page.waitForURL(/\/posts\/[0-9a-f-]+$/)
    const id = page.url().split("/").at(-1) ?? ""
    await expectHeld(page, id)
    await expect(page.getByText(/comments/i).first()).toBeVisible()
    expect(await acceptedSince(before)).toEqual([])
    await callApi(page, "DELETE", `/posts/${id}`)
  } finally {
    await steer("PATCH", "accounts/solo.takes", { comment_disabled: false })
  }
})

test("A2 each account that receives the post has a block of its own, with its nickname and choices", async ({
  page,
}) => {
  const one = await choose(page, "Studio Nord")
  const other = await choose(page, "Quiet Room")
  await expect(one.getByRole("heading", { name: "Studio Nord" })).toBeVisible()
  await privacyOf(one).selectOption("Everyone")
  await expect(privacyOf(other)).toHaveValue("")
})

test("A3 an account that cannot post now stops this attempt, and says to try later", async ({ page }) => {
  await page.getByRole("checkbox", { name: "Paused North" }).check()
  const block = page.getByRole("region", { name: "Options for Paused North" })
  await expect(block.getByText(/later|at the moment|cannot post/i).first()).toBeVisible()
  await expect(privacyOf(block)).toHaveCount(0)
  await uploadClip(page)
  const before = await lastEntry()
  await submit(page).click()
  await expect(page).toHaveURL(/\/compose/)
  expect(await acceptedSince(before)).toEqual([])
})

test("A4 the video's length is checked against max_video_post_duration_sec before anything is sent", async ({
  page,
}) => {
  const clip = drawClip({
    name: "half-a-minute-and-more.mp4",
    seconds: 33,
    width: 360,
    height: 640,
    rate: 24,
  })
  await chooseVideo(page, clip)
  await expect(page.getByText("0:33 · 360 × 640")).toBeVisible({ timeout: 60_000 })
  const block = await choose(page, "Short Cuts")
  await expect(block.getByText(/33 seconds; TikTok lets Short Cuts post 30 at most/)).toBeVisible()
  await privacyOf(block).selectOption("Only me")
  await page.getByRole("radio", { name: "Now" }).check()
  const before = await lastEntry()
  await submit(page).click()
  await expect(page).toHaveURL(/\/compose/)
  expect(await acceptedSince(before)).toEqual([])
  // Other journeys take the newest clip there is.
  const { items } = await callApi<{ items: { id: string; file_name: string }[] }>(page, "GET", "/media")
  const mine = items.find(({ file_name }) => clip.endsWith(file_name))
  await callApi(page, "DELETE", `/media/${mine?.id}`)
})

test("B1 the caption can be edited, with any preset text", async ({ page }) => {
  const caption = page.getByLabel("Caption")
  await caption.fill("First thought #tag")
  await caption.fill("Second thought")
  await expect(caption).toHaveValue("Second thought")
  await expect(page.getByRole("figure", { name: "Preview" })).toContainText("Second thought")
})

test("B2 privacy is chosen from privacy_level_options, none is preset, and nothing goes out without", async ({
  page,
}) => {
  await uploadClip(page)
  const open = await choose(page, "Studio Nord")
  await expect(privacyOf(open)).toHaveValue("")
  expect(await privacyOf(open).getByRole("option").allTextContents()).toEqual([
    "Choose…",
    "Everyone",
    "Friends who follow each other",
    "Only me",
  ])
  const closed = await choose(page, "Linden")
  await expect(privacyOf(closed).getByRole("option", { name: "Everyone" })).toHaveCount(0)
  const before = await lastEntry()
  await page.getByRole("radio", { name: "Now" }).check()
  await submit(page).click()
  await expect(page.getByRole("alert").first()).toBeVisible()
  await expect(page).toHaveURL(/\/compose/)
  const answer = await postDirectly(page, await idOf(page, "studio.nord"), { privacy_level: "" })
  expect(answer.status()).toBe(422)
  expect(await acceptedSince(before)).toEqual([])
})

test("B3 Comment, Duet and Stitch are unticked, and what the creator turned off cannot be turned on", async ({
  page,
}) => {
  const open = await choose(page, "Studio Nord")
  for (const name of ["Comment", "Duet", "Stitch"]) {
    await expect(open.getByRole("checkbox", { name })).not.toBeChecked()
    await expect(open.getByRole("checkbox", { name })).toBeEnabled()
  }
  const solo = await choose(page, "Solo Takes")
  for (const name of ["Duet", "Stitch"]) await expect(solo.getByRole("checkbox", { name })).toBeDisabled()
  // Who goes round the form: TikTok is asked again before sending, and a person is, instead of TikTok.
  await uploadClip(page)
  const before = await lastEntry()
  const answer = await postDirectly(page, await idOf(page, "solo.takes"), { allow_duet: true })
  const { id } = (await answer.json()) as { id: string }
  await expectHeld(page, id)
  expect(await acceptedSince(before)).toEqual([])
  await callApi(page, "DELETE", `/posts/${id}`)
})

test("B4 photos show Allow Comment alone", async ({ page }) => {
  await page.getByRole("radio", { name: "Photos" }).click()
  await expect(page.getByRole("radio", { name: "Photos" })).toBeChecked()
  const block = await choose(page, "Studio Nord")
  await expect(block.getByRole("checkbox", { name: "Comment" })).toBeVisible()
  await expect(block.getByRole("checkbox", { name: /Duet|Stitch/ })).toHaveCount(0)
})

test("B5 the Music Usage Confirmation stands before the button, with its link", async ({ page }) => {
  await choose(page, "Studio Nord")
  await expect(page.getByText("By posting, you agree to TikTok's Music Usage Confirmation")).toBeVisible()
  await expect(page.getByRole("link", { name: "Music Usage Confirmation" })).toHaveAttribute("href", MUSIC)
})

test("C1 disclosure is off; on, it asks for two boxes of which both can be ticked", async ({ page }) => {
  const block = await choose(page, "Studio Nord")
  await expect(block.getByRole("switch", { name: "Disclose commercial content" })).not.toBeChecked()
  await disclose(block)
  for (const name of ["Your brand", "Branded content"]) {
    await expect(block.getByRole("checkbox", { name })).not.toBeChecked()
    await block.getByRole("checkbox", { name }).check()
  }
  await expect(block.getByRole("checkbox", { name: "Your brand" })).toBeChecked()
})

test("C2 with the switch on and no box ticked nothing can be published, and the button says why", async ({
  page,
}) => {
  await uploadClip(page)
  const block = await choose(page, "Studio Nord")
  await privacyOf(block).selectOption("Everyone")
  await disclose(block)
  await expect(submit(page)).toHaveAttribute("aria-disabled", "true")
  await expect(submit(page)).toHaveAttribute("title", SAY_WHICH)
})

test("C3 the label is told once a box is ticked, and not before", async ({ page }) => {
  const block = await choose(page, "Studio Nord")
  await disclose(block)
  await expect(block.getByText(/will be labeled as/)).toHaveCount(0)
  await block.getByRole("checkbox", { name: "Your brand" }).check()
  await expect(block.getByText(PROMOTIONAL, { exact: true })).toBeVisible()
  await block.getByRole("checkbox", { name: "Branded content" }).check()
  await expect(block.getByText(PARTNERSHIP, { exact: true })).toBeVisible()
  await block.getByRole("checkbox", { name: "Your brand" }).uncheck()
  await expect(block.getByText(PARTNERSHIP, { exact: true })).toBeVisible()
})

test("C4 branded content cannot be private, whichever is chosen first", async ({ page }) => {
  await uploadClip(page)
  const block = await choose(page, "Studio Nord")
  await disclose(block)
  await privacyOf(block).selectOption("Only me")
  const branded = block.getByRole("checkbox", { name: "Branded content" })
  await expect(branded).toBeDisabled()
  await expect(block.getByText(NOT_PRIVATE)).toBeVisible()
  await privacyOf(block).selectOption("Everyone")
  await branded.check()
  const onlyMe = privacyOf(block).getByRole("option", { name: "Only me" })
  await expect(onlyMe).toBeDisabled()
  await expect(onlyMe).toHaveAttribute("title", NOT_PRIVATE)
  const answer = await postDirectly(page, await idOf(page, "studio.nord"), {
    disclosure: true,
    branded_content: true,
  })
  expect(answer.status()).toBe(422)
})

test("C5 with branded content the Branded Content Policy is agreed to as well", async ({ page }) => {
  const block = await choose(page, "Studio Nord")
  await disclose(block)
  await block.getByRole("checkbox", { name: "Your brand" }).check()
  await expect(page.getByText("By posting, you agree to TikTok's Music Usage Confirmation")).toBeVisible()
  await block.getByRole("checkbox", { name: "Branded content" }).check()
  await expect(
    page.getByText("By posting, you agree to TikTok's Branded Content Policy and Music Usage Confirmation"),
  ).toBeVisible()
  await expect(page.getByRole("link", { name: "Branded Content Policy" })).toHaveAttribute("href", BRANDED)
})

test("D1 the preview shows exactly what will be posted", async ({ page }) => {
  await uploadClip(page)
  await page.getByLabel("Caption").fill("As it stands here")
  await choose(page, "Studio Nord")
  const preview = page.getByRole("figure", { name: "Preview" })
  await expect(preview).toContainText("As it stands here")
  await expect(preview).toContainText("Studio Nord")
  await expect(preview.locator("video")).toBeVisible()
})

test("D2 D3 C6 the very bytes and words chosen are sent, after consent, and followed to the end", async ({
  page,
}) => {
  const before = await lastEntry()
  await uploadClip(page)
  await page.getByLabel("Caption").fill("Nothing is added to this")
  const block = await choose(page, "Solo Takes")
  await privacyOf(block).selectOption("Everyone")
  await disclose(block)
  await block.getByRole("checkbox", { name: "Your brand" }).check()
  await page.getByRole("radio", { name: "Now" }).check()
  expect((await ledgerAfter(before)).filter(({ event }) => /^(init|chunk|upload)/.test(event))).toEqual([])
  await submit(page).click()

  await test.step("D4 it is said that processing can take a few minutes", async () => {
    await expect(page.getByText(/can take a few minutes before/i).first()).toBeVisible()
  })
  await test.step("D5 the state is followed until it is final", async () => {
    await expect(page.getByText(/^Published on @solo\.takes at /).first()).toBeVisible({ timeout: 90_000 })
  })
  const entries = await ledgerAfter(before)
  expect(entries.filter(({ event }) => event === "post.completed")).toHaveLength(1)
  const told = entries.find(({ event }) => event === "init.accepted")?.post_info
  expect(told).toMatchObject({ title: "Nothing is added to this", brand_organic_toggle: true })
  expect(told?.brand_content_toggle).not.toBe(true)
})

test("D6 a draft tells whose inbox in the TikTok app finishes it", async ({ page }) => {
  const block = await choose(page, "Studio Nord")
  await block.getByLabel("How it goes out").selectOption("Send to the TikTok inbox as a draft")
  await expect(page.getByText(/opens the inbox in the TikTok app and finishes it there/)).toBeVisible()
})

test("E3 no secret of the TikTok app reaches the browser", async ({ page }) => {
  const bodies: string[] = []
  page.on("response", async (response) => bodies.push(await response.text().catch(() => "")))
  for (const path of ["/settings/tiktok-apps", "/accounts", "/compose"]) {
    await page.goto(path, { waitUntil: "networkidle" })
  }
  const texts = [...bodies, await page.content()]
  expect(texts.length).toBeGreaterThan(10)
  for (const text of texts) expect(text).not.toMatch(/client_secret"\s*:\s*"[^"]|access_token|refresh_token/)
})
