/** Taking back: a post that was deleted, and one that was called off, go out as they were to. */
import type { Page } from "@playwright/test"
import { callApi, expect, signIn, test } from "./support"

type Made = { id: string; status: string; due_at: string }
type Listed = { items: { id: string; kind: string }[] }

/** Schedule a post by the API for next week. */
async function schedule(page: Page): Promise<Made> {
  const { items } = await callApi<Listed>(page, "GET", "/media?status=ready&kind=video")
  const accounts = await callApi<Listed>(page, "GET", "/accounts?q=studio.nord")
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  return await callApi<Made>(page, "POST", "/posts", {
    caption: "Deleted too soon",
    media_ids: items.slice(0, 1).map(({ id }) => id),
    timing: { mode: "at", local_time: `${day}T18:07`, time_zone: "UTC" },
    consent: true,
    publications: [{ account_id: accounts.items[0]?.id, privacy_level: "SELF_ONLY" }],
  })
}

const undo = (page: Page) => page.getByRole("button", { name: "Undo" }).click()

test("a post that was called off, and then deleted, is scheduled again as it was", async ({ page }) => {
  await signIn(page)
  const made = await schedule(page)
  const stands = async () => (await callApi<Made>(page, "GET", `/posts/${made.id}`)).status
  try {
    await page.goto(`/posts/${made.id}`)
    await page.getByRole("button", { name: "Call it off" }).click()
    await expect(page.getByText("It is called off.")).toBeVisible()
    expect(await stands()).toBe("cancelled")
    await undo(page)
    await expect(page.getByText("It is scheduled on 1 account again.")).toBeVisible()
    expect(await stands()).toBe("scheduled")

    await page.getByRole("button", { name: "Delete", exact: true }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click()
    await page.waitForURL("/posts")
    await expect(page.getByText("The post is deleted.")).toBeVisible()
    await expect(page.getByRole("link", { name: "Deleted too soon" })).toHaveCount(0)
    await undo(page)
    await expect(page.getByText("The post is back, and scheduled on 1 account.")).toBeVisible()
    await expect(page.getByRole("link", { name: "Deleted too soon" }).first()).toBeVisible()
    const after = await callApi<Made>(page, "GET", `/posts/${made.id}`)
    expect([after.status, after.due_at]).toEqual(["scheduled", made.due_at])
  } finally {
    await callApi(page, "DELETE", `/posts/${made.id}`)
  }
})
