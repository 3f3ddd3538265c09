import { connect, freeAccounts } from "./sandbox"
import { callApi, expect, signIn, signUp, test, uploadClip } from "./support"

type Listed = { items: { id: string }[] }

test("a post that stops appears in the open page, at the bell and in the list, without a reload", async ({
  page,
}) => {
  await signUp(page)
  const [free] = await freeAccounts()
  const handle = free?.handle ?? ""
  await connect(page, handle)
  await page.goto("/compose")
  await uploadClip(page)
  const [account] = (await callApi<Listed>(page, "GET", "/accounts")).items
  const [clip] = (await callApi<Listed>(page, "GET", "/media")).items
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)
  const post = await callApi<{ id: string }>(page, "POST", "/posts", {
    caption: "Rings the bell",
    media_ids: [clip?.id],
    timing: { mode: "at", local_time: tomorrow, time_zone: "UTC" },
    consent: true,
    publications: [{ account_id: account?.id, privacy_level: "SELF_ONLY" }],
  })
  const stream = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/api/v1/events")
  await page.goto("/notifications")
  expect((await stream).status()).toBe(200)
  await expect(page.getByText(/^Nothing to tell you/)).toBeVisible()

  await callApi(page, "DELETE", `/accounts/${account?.id}`)

  const told = page.getByRole("link", { name: `On hold: a post on @${handle}` })
  await expect(told).toBeVisible({ timeout: 8_000 })
  await expect(page.getByRole("link", { name: "News, 1 unread" })).toBeVisible()

  await callApi(page, "DELETE", `/posts/${post.id}`)
  await expect(page.getByText("sorted out since")).toBeVisible({ timeout: 8_000 })
  await expect(page.getByRole("link", { name: "News", exact: true })).toBeVisible()
})

test("what changes while a page is on its way to somebody is seen on it", async ({ page }) => {
  await signIn(page)
  const [account] = (await callApi<Listed>(page, "GET", "/accounts?q=solo.takes")).items
  const isDrawn = Promise.withResolvers<void>()
  await page.route(/\/api\/v1\/events/, async (route) => {
    await isDrawn.promise
    await route.continue()
  })
  try {
    await page.goto("/accounts")
    const row = page.getByRole("row", { name: /Solo Takes/ })
    await expect(row.getByText("Connected", { exact: true })).toBeVisible()
    await callApi(page, "PUT", `/accounts/${account?.id}/pause`)
    isDrawn.resolve()

    await expect(row.getByText(/^Paused/)).toBeVisible()
  } finally {
    await callApi(page, "DELETE", `/accounts/${account?.id}/pause`)
  }
})
