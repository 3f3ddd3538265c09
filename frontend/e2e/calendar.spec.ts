import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { CLIP, callApi, expect, optionsOf, signIn, signUp, test, uploadClip } from "./support"

const DAY = 86_400_000

type Known = { accountId: string; mediaId: string; zone: string; city: string }

/** Return the day so many days from now, on the calendar of a zone. */
function dayIn(zone: string, days: number): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: zone }).format(
    Date.now() + days * DAY,
  )
}

/** Return a working account and a checked clip of the demo workspace. */
async function findKnown(page: Page): Promise<Known> {
  const accounts = await callApi<{ items: { id: string; username: string }[] }>(page, "GET", "/accounts")
  const ready = "/media?status=ready&limit=1"
  let media = await callApi<{ items: { id: string }[] }>(page, "GET", ready)
  if (media.items.length === 0) {
    await page.goto("/compose")
    await uploadClip(page)
    media = await callApi(page, "GET", ready)
  }
  const { time_zone: zone } = await callApi<{ time_zone: string }>(page, "GET", "/auth/me")
  const account = accounts.items.find(({ username }) => username === "studio.nord")
  return {
    accountId: account?.id ?? "",
    mediaId: media.items[0]?.id ?? "",
    zone,
    city: zone.split("/").at(-1) ?? zone,
  }
}

async function addPost(
  page: Page,
  { accountId, mediaId, zone }: Known,
  caption: string,
  timing: object,
): Promise<string> {
  const post = await callApi<{ id: string }>(page, "POST", "/posts", {
    caption,
    media_ids: [mediaId],
    timing: { time_zone: zone, ...timing },
    consent: true,
    publications: [{ account_id: accountId, privacy_level: "SELF_ONLY" }],
  })
  return post.id
}

test("a post takes the next free slot of its account", async ({ page }) => {
  await signIn(page)
  const { accountId, zone, city } = await findKnown(page)
  const day = dayIn(zone, 2)
  const weekday = (new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7
  // Of the slot's minute nobody else's post can be in the way.
  const slots = [{ weekday, local_time: "11:37" }]
  await callApi(page, "PUT", `/accounts/${accountId}/slots`, { slots })

  await page.goto("/compose")
  await uploadClip(page)
  await page.getByLabel("Caption").fill("Into a free slot")
  await page.getByRole("checkbox", { name: "Studio Nord" }).check()
  await (await optionsOf(page, "Studio Nord")).getByLabel("Who can see this post").selectOption("Everyone")
  await page.getByRole("button", { name: "Next free slot" }).click()

  await expect(page.getByLabel("Time", { exact: true })).toHaveValue("11:37")
  await expect(page.getByLabel("Day")).toHaveValue(day)
  await page.getByRole("button", { name: new RegExp(`^Schedule on 1 account, .*11:37 ${city}$`) }).click()
  await expect(page.getByText(/^Scheduled on 1 account/)).toBeVisible()

  const next = await callApi<{ together: { local_time: string } }>(
    page,
    "GET",
    `/slots/next?accounts=${accountId}`,
  )
  expect(next.together.local_time).toBe(`${dayIn(zone, 9)}T11:37`)
})

test("the composer says what the clocks do", async ({ page }) => {
  await signUp(page) // in the browser's zone, Berlin
  await page.goto("/compose")
  await page.getByLabel("Day").fill("2027-03-28")
  await page.getByLabel("Time", { exact: true }).fill("02:30")
  await expect(
    page.getByText(/02:30 does not exist on Sun 28 Mar( 2027)? in Berlin.* goes out at 03:30/),
  ).toBeVisible()
  await page.getByLabel("Day").fill("2027-10-31")
  await expect(page.getByText(/02:30 comes twice on Sun 31 Oct( 2027)? in Berlin/)).toBeVisible()
})

test("a post is dragged to another day, taken back, and moved by keys", async ({ page }) => {
  await signIn(page)
  const known = await findKnown(page)
  const caption = `Dragged ${Date.now()}`
  const [from, to] = [dayIn(known.zone, 5), dayIn(known.zone, 6)]
  await addPost(page, known, caption, { mode: "at", local_time: `${from}T10:05` })
  // The two days may lie in different weeks; a month's grid shows both unless the month ends in between.
  await page.goto(`/calendar?day=${to}`)
  const cell = (day: string) => page.locator(`li[data-day="${day}"]`)
  const chip = (day: string) => cell(day).getByRole("link", { name: caption })
  await expect(chip(from)).toBeVisible()

  await chip(from).hover()
  await page.mouse.down()
  const target = await cell(to).boundingBox()
  await page.mouse.move((target?.x ?? 0) + 20, (target?.y ?? 0) + 40, { steps: 8 })
  await page.mouse.up()
  await expect(chip(to)).toBeVisible()
  await expect(page.getByText(new RegExp(`^Moved “${caption}” to .*10:05 ${known.city}`))).toBeVisible()
  await page.reload()
  await expect(chip(to)).toBeVisible()

  await chip(to).focus()
  await page.keyboard.press("Shift+ArrowLeft")
  await expect(chip(from)).toBeVisible()
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(chip(to)).toBeVisible()
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0) // it is saved now
  await page.reload()
  await expect(chip(to)).toBeVisible()

  await chip(to).focus()
  await page.keyboard.press("m")
  await page.getByRole("dialog").getByLabel("Time").fill("12:12")
  await page.getByRole("dialog").getByRole("button", { name: "Move" }).click()
  await expect(cell(to).getByRole("group", { name: new RegExp(`${caption}, 12:12`) })).toBeVisible()
})

test("a clip that is dropped on a day begins a post of that day", async ({ page }) => {
  await signIn(page)
  const { zone } = await findKnown(page)
  const day = dayIn(zone, 4)
  await page.goto(`/calendar?day=${day}`)
  const cell = page.locator(`li[data-day="${day}"]`)
  await expect(cell).toBeVisible()
  const bytes = (await readFile(CLIP)).toString("base64")
  const files = await page.evaluateHandle(async (encoded) => {
    const body = Uint8Array.from(atob(encoded), (one) => one.charCodeAt(0))
    const transfer = new DataTransfer()
    transfer.items.add(new File([body], "dropped.mp4", { type: "video/mp4" }))
    return transfer
  }, bytes)
  await cell.dispatchEvent("dragover", { dataTransfer: files })
  await cell.dispatchEvent("drop", { dataTransfer: files })

  await expect(page.getByRole("heading", { name: "Compose" })).toBeVisible()
  await expect(page.getByText("0:05 · 1280 × 720")).toBeVisible({ timeout: 30_000 })
  await expect(page.getByLabel("Day")).toHaveValue(day)
})

test("three drafts are scheduled at once, after a look at the plan", async ({ page }) => {
  await signIn(page)
  const known = await findKnown(page)
  const name = `Bulk ${Date.now()}`
  for (const number of [1, 2, 3]) await addPost(page, known, `${name} no ${number}`, { mode: "draft" })
  await page.goto("/posts")
  await page.getByRole("button", { name: "Schedule drafts…" }).click()
  const dialog = page.getByRole("dialog")
  await expect(dialog.getByText(new RegExp(`^${name} no`))).toHaveCount(3)
  for (const box of await dialog.getByRole("checkbox").all()) {
    const label = await box.locator("..").innerText()
    if (!label.includes(name)) await box.uncheck()
  }
  await dialog.getByLabel("At a steady pace").check()
  await dialog.getByLabel("Hours between posts").fill("48")
  await dialog.getByLabel("From day").fill(dayIn(known.zone, 3))
  await dialog.getByLabel("From time").fill("19:19")
  await dialog.getByRole("button", { name: "Preview" }).click()
  await expect(dialog.getByRole("list", { name: "Plan" }).getByText(/19:19/)).toHaveCount(3)
  const waiting = await callApi<{ items: { caption: string }[] }>(page, "GET", "/posts?status=draft")
  expect(waiting.items.filter(({ caption }) => caption.startsWith(name))).toHaveLength(3)

  await dialog.getByRole("button", { name: "Schedule 3 posts" }).click()
  await expect(page.getByText("Scheduled 3 posts.")).toBeVisible()
  const done = await callApi<{ items: { caption: string; local_time: string }[] }>(
    page,
    "GET",
    "/posts?status=scheduled&limit=100",
  )
  const times = done.items
    .filter(({ caption }) => caption.startsWith(name))
    .map(({ local_time }) => local_time)
  expect(times.sort()).toEqual([3, 5, 7].map((days) => `${dayIn(known.zone, days)}T19:19`))
})
