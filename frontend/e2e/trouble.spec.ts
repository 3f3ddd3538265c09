import { steer } from "./sandbox"
import { callApi, expect, signIn, test } from "./support"

type Listed = { items: { id: string; username: string }[] }

test("an account that took its permission back says so, and only that account can be connected again", async ({
  page,
}) => {
  await signIn(page)
  await steer("POST", "accounts/short.cuts/remove-authorization", { reason: 1 })
  await page.goto("/accounts")
  const row = page.getByRole("row", { name: /Short Cuts/ })
  await expect(row.getByText("Needs reconnecting")).toBeVisible({ timeout: 30_000 })
  await expect(row.getByText("@short.cuts took Carillon out of its connected apps in TikTok.")).toBeVisible()

  await row.getByRole("button", { name: "Reconnect @short.cuts" }).click()
  await page.getByRole("radio", { name: /studio\.nord/ }).check()
  await page.getByRole("button", { name: "Allow" }).click()
  await expect(
    page.getByText(/You signed in to TikTok as @studio\.nord; this is the connection of/),
  ).toBeVisible()

  await page.goto("/accounts")
  await row.getByRole("button", { name: "Reconnect @short.cuts" }).click()
  await page.getByRole("radio", { name: /short\.cuts/ }).check()
  await page.getByRole("button", { name: "Allow" }).click()
  await expect(page.getByText("@short.cuts is connected.")).toBeVisible()
  await expect(row.getByText("Connected", { exact: true })).toBeVisible()
})

test("while TikTok is in trouble a post waits, and goes out by itself afterwards", async ({ page }) => {
  test.setTimeout(240_000)
  await signIn(page)
  const [account] = (await callApi<Listed>(page, "GET", "/accounts?q=solo.takes")).items
  const [clip] = (await callApi<{ items: { id: string }[] }>(page, "GET", "/media")).items
  const troubles = async () =>
    (await callApi<{ troubles: unknown[] }>(page, "GET", "/tiktok/health")).troubles.length
  try {
    await steer("PUT", "scenario", { name: "outage" })
    for (let asked = 0; asked < 15; asked += 1)
      await page.request.get(`/api/v1/accounts/${account?.id}/creator-info`, {
        headers: { "X-Carillon": "1" },
      })
    expect(await troubles()).toBeGreaterThan(0)
    await page.goto("/")
    await expect(
      page.getByText(/TikTok is having trouble since .* Posts wait and go out in order/),
    ).toBeVisible()

    await callApi(page, "POST", "/posts", {
      caption: "Waits for better weather",
      media_ids: [clip?.id],
      timing: { mode: "now" },
      consent: true,
      publications: [{ account_id: account?.id, privacy_level: "PUBLIC_TO_EVERYONE" }],
    })
    await page.goto("/posts")
    const row = page.getByRole("row", { name: /Waits for better weather/ })
    await expect(row.getByText("Publishing", { exact: true })).toBeVisible({ timeout: 20_000 })
    await expect(row.getByText(/Failed|Held/)).toHaveCount(0)
  } finally {
    await steer("DELETE", "scenario")
  }
  const row = page.getByRole("row", { name: /Waits for better weather/ })
  await expect(row.getByText("Published", { exact: true })).toBeVisible({ timeout: 150_000 })
  await expect.poll(troubles, { timeout: 60_000 }).toBe(0)
  await page.goto("/")
  await expect(page.getByText(/TikTok is having trouble/)).toHaveCount(0)
})
